package io.meshwork.notifier.product;

import io.meshwork.contract.model.Owner;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as the catalog lists it.
 *
 * @param title name for people, null when the contract gives none
 * @param state pending, listed, listed_with_warnings or blocked; open set
 * @param compliance unknown, compliant, warnings or violated; open set
 * @param quality unknown, passed, failed or not_checked; open set
 * @param percent quality score, null when not scored
 * @param findings reasons for the state, and versions that will end
 * @param revision of the product's state in the catalog; the highest holds
 */
public record CurrentProduct(
        ProductVersion ref,
        @Nullable String title,
        Owner owner,
        List<String> tags,
        String state,
        String compliance,
        String quality,
        @Nullable Integer percent,
        List<Finding> findings,
        long revision,
        Instant changedAt) {

    public CurrentProduct {
        tags = List.copyOf(tags);
        findings = List.copyOf(findings);
    }
}
