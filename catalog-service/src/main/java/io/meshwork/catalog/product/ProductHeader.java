package io.meshwork.catalog.product;

import io.meshwork.contract.model.DataProduct;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a version says about the product at a glance.
 *
 * @param type source, derived, aggregate or ml_feature
 * @param lifecycle development, testing, production, deprecated or retired
 */
public record ProductHeader(
        String id,
        String domain,
        String name,
        @Nullable String title,
        @Nullable String description,
        String type,
        String lifecycle,
        @Nullable String classification,
        @Nullable String ownerTeam,
        @Nullable String ownerContact,
        List<String> tags) {

    public ProductHeader {
        tags = List.copyOf(tags);
    }

    public static ProductHeader of(DataProduct product) {
        return new ProductHeader(
                product.id(),
                product.domain(),
                product.name(),
                product.title(),
                product.description(),
                product.type().name().toLowerCase(Locale.ROOT),
                product.status().name().toLowerCase(Locale.ROOT),
                product.classification(),
                product.owner().team(),
                product.owner().contact(),
                product.tags());
    }
}
