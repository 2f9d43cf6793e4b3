package io.meshwork.catalog.lineage.web;

import io.meshwork.catalog.lineage.Impact;
import io.meshwork.catalog.lineage.Impact.Hit;
import io.meshwork.catalog.lineage.ProductLabel;
import io.meshwork.contract.model.Consumer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is hit when a product, a port or a field of it goes.
 *
 * @param consumers teams that the product's own contract names
 * @param hits products that are made from it, the nearest first
 * @param truncated there are more than are listed
 */
record ImpactRepresentation(
        String productId,
        @Nullable String port,
        @Nullable String field,
        List<Consumer> consumers,
        List<HitProduct> hits,
        boolean truncated) {

    /**
     * A product that is hit, and whom to tell.
     *
     * @param distance steps from the product that goes
     * @param certain false when nothing tells whether it uses this field or port
     * @param consumers teams that its contract names, who are hit with it
     */
    record HitProduct(
            String productId,
            String version,
            @Nullable String title,
            @Nullable String ownerTeam,
            @Nullable String ownerContact,
            int distance,
            boolean certain,
            List<Consumer> consumers) {

        static HitProduct of(Hit hit) {
            ProductLabel product = hit.product();
            return new HitProduct(
                    product.id(),
                    product.version(),
                    product.title(),
                    product.ownerTeam(),
                    product.ownerContact(),
                    hit.distance(),
                    hit.certain(),
                    product.consumers());
        }
    }

    static ImpactRepresentation of(Impact impact, String productId, @Nullable String port, @Nullable String field) {
        return new ImpactRepresentation(
                productId,
                port,
                field,
                impact.product() == null ? List.of() : impact.product().consumers(),
                impact.hits().stream().map(HitProduct::of).toList(),
                impact.truncated());
    }
}
