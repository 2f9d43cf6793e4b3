package io.meshwork.quality.slo.sample;

import io.meshwork.quality.slo.sample.Span.Bucket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A window of one objective; a window with the same times takes its place.
 *
 * @param value as reported, null when only counts were
 */
public record Measured(
        String productId,
        String objective,
        Instant start,
        Instant end,
        Count count,
        @Nullable Double value) {

    /** Where the bucket begins that counts this window: the one in which it ended. */
    public Instant bucket(Bucket bucket) {
        long width = bucket.width().toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(end.minusNanos(1).getEpochSecond(), width) * width);
    }
}
