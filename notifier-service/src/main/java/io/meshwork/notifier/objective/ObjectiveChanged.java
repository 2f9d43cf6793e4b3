package io.meshwork.notifier.objective;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An objective changed its status.
 *
 * @param status at_risk, breached, recovered or ended; open set
 * @param measured in the unit of the target, null when nothing arrived in time
 * @param unit of measured and target: seconds, ratio or per second; open set, empty when it is not known
 * @param sequence counts the changes of the objective
 */
public record ObjectiveChanged(
        ObjectiveId id,
        String version,
        String status,
        @Nullable Double measured,
        double target,
        String unit,
        long sequence,
        Instant changedAt) {

    public static final String AT_RISK = "at_risk";
    public static final String BREACHED = "breached";
    public static final String ENDED = "ended";

    public boolean isTrouble() {
        return status.equals(AT_RISK) || status.equals(BREACHED);
    }

    public boolean isOver() {
        return status.equals("recovered") || status.equals(ENDED);
    }
}
