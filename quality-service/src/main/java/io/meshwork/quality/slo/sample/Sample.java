package io.meshwork.quality.slo.sample;

import io.meshwork.contract.read.value.ServiceLevels;
import io.meshwork.quality.slo.promise.Objective;
import java.time.Duration;
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

    /** How far a producer's clock may be ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);
    /** A month of windows of so many events still adds up. */
    private static final long MOST_EVENTS = 1_000_000_000_000L;

    private static final int LONGEST_NAME = 200;

    /** What is wrong with it, null when it can be used. */
    public @Nullable String fault(Instant now) {
        if (indicator.isBlank() || indicator.length() > LONGEST_NAME || indicator.indexOf('\0') >= 0) {
            return "the indicator has no name, or one longer than " + LONGEST_NAME
                    + " characters; write availability, latency, error_rate, throughput or one of your own";
        }
        if (!windowStart.isBefore(windowEnd) || windowStart.isBefore(Instant.EPOCH)) {
            return "the window ends at " + windowEnd + " and begins at " + windowStart
                    + "; it must end after its start, and not lie before 1970";
        }
        if (windowEnd.isAfter(now.plus(AHEAD))) {
            return "the window ends at " + windowEnd + ", which is yet to come; report a window when it is over, and"
                    + " check the producer's clock";
        }
        if (value != null && !Double.isFinite(value)) {
            return "the value is " + value + ", which is no number; leave it out when it is not known";
        }
        if (total > MOST_EVENTS) {
            return "total is " + total + "; report shorter windows, of at most " + MOST_EVENTS + " events";
        }
        return good < 0 || total < good
                ? "good is " + good + " of " + total + "; it must be between 0 and total"
                : null;
    }

    /** {@code error_rate} is {@code errorRate}, as contracts are read. */
    public String property() {
        return ServiceLevels.camelCase(indicator);
    }

    /** The window's events by this objective. A window with a value and no counts is as many events as it has seconds. */
    public Count count(Objective objective) {
        if (total > 0) {
            return new Count(good, total);
        }
        if (value == null) {
            return Count.NONE;
        }
        long seconds = Math.clamp(Duration.between(windowStart, windowEnd).toSeconds(), 1, MOST_EVENTS);
        double met = switch (objective.kind()) {
            case AVAILABILITY -> Math.clamp(value, 0, 1);
            case ERROR_RATE -> 1 - Math.clamp(value, 0, 1);
            case LATENCY -> value <= objective.target() ? 1 : 0;
            case THROUGHPUT -> value >= objective.target() ? 1 : 0;
            case FRESHNESS, QUALITY_SCORE ->
                throw new IllegalArgumentException(objective.name() + " is not measured by samples");
        };
        return new Count(Math.round(met * seconds), seconds);
    }
}
