package io.meshwork.policy.evaluation;

/** @param productId {@code domain.name} */
public record VersionId(String productId, String version) implements Comparable<VersionId> {

    @Override
    public int compareTo(VersionId other) {
        int products = productId.compareTo(other.productId);
        return products != 0 ? products : version.compareTo(other.version);
    }

    @Override
    public String toString() {
        return productId + ' ' + version;
    }
}
