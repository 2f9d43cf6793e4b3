package io.meshwork.catalog.product;

/** One version of one product. */
public record VersionId(String productId, String version) {

    @Override
    public String toString() {
        return productId + "@" + version;
    }
}
