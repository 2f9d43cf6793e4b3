package io.meshwork.quality.slo.promise;

import java.time.Duration;

/**
 * One promise that can be measured.
 *
 * @param name as the contract names it: the property, and its element after a dot when it has one
 * @param property in the spelling of ODCS, such as {@code errorRate}
 * @param target in the unit of its kind
 * @param budget share of events that may be bad, above 0; 0 for kinds that are not measured by events
 */
public record Objective(String name, String property, Kind kind, double target, double budget) {

    /** What is promised, and in which unit. */
    public enum Kind {
        /** Greatest age of the data, seconds. */
        FRESHNESS,
        /** Least share of good events. */
        AVAILABILITY,
        /** Greatest time that most requests take, seconds. */
        LATENCY,
        /** Greatest share of bad events. */
        ERROR_RATE,
        /** Least rate, per second. */
        THROUGHPUT,
        /** Least quality score, 0 to 1. */
        QUALITY_SCORE;

        /** seconds, ratio or per second. */
        public String unit() {
            return switch (this) {
                case FRESHNESS, LATENCY -> "seconds";
                case AVAILABILITY, ERROR_RATE, QUALITY_SCORE -> "ratio";
                case THROUGHPUT -> "per second";
            };
        }

        /** Whether producers report it, in windows of good and bad events. */
        public boolean isReported() {
            return switch (this) {
                case AVAILABILITY, LATENCY, ERROR_RATE, THROUGHPUT -> true;
                case FRESHNESS, QUALITY_SCORE -> false;
            };
        }
    }

    /** The target of an objective that is a time. */
    public Duration time() {
        return Duration.ofNanos(Math.round(target * 1e9));
    }

    /** @param indicator in the spelling of ODCS */
    public boolean isMeasuredBy(String indicator) {
        return kind.isReported() && (indicator.equals(name) || indicator.equals(property));
    }
}
