package io.meshwork.notifier.product;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The catalog accepted a version.
 *
 * @param previous highest version before it, null for a first version
 * @param breaking changes that consumers of the previous version cannot take as they are
 * @param changedFields whatever differs from the previous version, breaking or not
 */
public record Published(
        KnownProduct product,
        @Nullable String previous,
        List<Finding> breaking,
        List<String> changedFields,
        Instant decidedAt) {

    public Published {
        breaking = List.copyOf(breaking);
        changedFields = List.copyOf(changedFields);
    }
}
