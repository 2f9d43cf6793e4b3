package io.meshwork.notifier.product;

import java.util.Comparator;

/** Names one version of a product. */
public record ProductVersion(String productId, String version) implements Comparable<ProductVersion> {

    private static final Comparator<ProductVersion> ORDER =
            Comparator.comparing(ProductVersion::productId).thenComparing(ProductVersion::version);

    @Override
    public int compareTo(ProductVersion other) {
        return ORDER.compare(this, other);
    }

    /** For people: {@code cart.orders 1.2.0}. */
    @Override
    public String toString() {
        return productId + " " + version;
    }
}
