package io.meshwork.quality.slo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A producer's measurement of one indicator.
 *
 * @param windowStart inclusive
 * @param windowEnd exclusive
 * @param good events that met the objective
 * @param value in the objective's unit, null when only counts are known
 */
public record Sample(
        String productId,
        String indicator,
        Instant windowStart,
        Instant windowEnd,
        long good,
        long total,
        @Nullable Double value) {

    /** What is wrong with it, null when it can be used. */
    public @Nullable String fault() {
        if (indicator.isBlank()) {
            return "the indicator has no name; write availability, latency, error_rate, throughput or one of your own";
        }
        if (!windowStart.isBefore(windowEnd)) {
            return "the window ends at " + windowEnd + ", which is not after its start " + windowStart;
        }
        if (value != null && !Double.isFinite(value)) {
            return "the value is " + value + ", which is no number; leave it out when it is not known";
        }
        return good < 0 || total < good
                ? "good is " + good + " of " + total + "; it must be between 0 and total"
                : null;
    }
}
