package io.meshwork.catalog.lineage;

import io.meshwork.contract.model.Consumer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product at a glance.
 *
 * @param consumers teams that the contract names as users
 */
public record ProductLabel(
        String id,
        String version,
        @Nullable String title,
        @Nullable String ownerTeam,
        @Nullable String ownerContact,
        List<Consumer> consumers) {

    public ProductLabel {
        consumers = List.copyOf(consumers);
    }
}
