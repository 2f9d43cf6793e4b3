package io.meshwork.notifier.product;

import io.meshwork.contract.model.Owner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a published version, to tell whom it concerns.
 *
 * @param title name for people, null when the contract gives none
 * @param revision of the product's state in the catalog, from 1; the highest wins
 */
public record KnownProduct(ProductVersion ref, @Nullable String title, Owner owner, List<String> tags, long revision) {

    public KnownProduct {
        tags = List.copyOf(tags);
    }
}
