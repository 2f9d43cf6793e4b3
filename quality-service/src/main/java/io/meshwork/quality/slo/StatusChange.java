package io.meshwork.quality.slo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An objective changed its status.
 *
 * @param status at_risk, breached, recovered or ended
 * @param measured in the unit of the target, null when nothing arrived in time
 * @param unit of measured and target
 * @param sequence counts the changes of this objective
 */
public record StatusChange(
        String productId,
        String version,
        String objective,
        String status,
        @Nullable Double measured,
        double target,
        String unit,
        long sequence,
        Instant changedAt) {

    static final String RECOVERED = "recovered";
    /** The promise does not hold any more: a new version does without, or the contract ended. */
    static final String ENDED = "ended";
}
