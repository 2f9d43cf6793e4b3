package io.meshwork.catalog.lineage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is hit when a product, one of its ports, or one of its fields goes.
 *
 * @param product that goes, with those who the contract says use it; null when it is not in the catalog
 * @param hits products that are made from it, the nearest first
 * @param truncated there are more than are listed
 */
public record Impact(@Nullable ProductLabel product, List<Hit> hits, boolean truncated) {

    /**
     * A product that is hit.
     *
     * @param product with owner and contact, whom to tell
     * @param distance steps from the product that goes
     * @param certain false when it is made from data of the product, but nothing tells whether from this field or port
     */
    public record Hit(ProductLabel product, int distance, boolean certain) {}

    public Impact {
        hits = List.copyOf(hits);
    }
}
