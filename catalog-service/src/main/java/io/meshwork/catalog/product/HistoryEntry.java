package io.meshwork.catalog.product;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a product stood after one change of its state.
 *
 * @param happened published, judged, deprecated, acknowledged or retired
 * @param version the latest one then
 * @param detail JSON: the changes a version made, or the life that a version came to; null when there is nothing to add
 */
public record HistoryEntry(
        String productId,
        long revision,
        String happened,
        String version,
        String lifecycle,
        Listing listing,
        @Nullable String detail,
        Instant at) {}
