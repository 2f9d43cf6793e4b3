package io.meshwork.notifier.product;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The catalog accepted a version.
 *
 * @param previous highest version before it, null for a first version
 * @param breaking changes that consumers of the previous version cannot take as they are
 */
public record Published(KnownProduct product, @Nullable String previous, List<Finding> breaking, Instant decidedAt) {

    public Published {
        breaking = List.copyOf(breaking);
    }
}
