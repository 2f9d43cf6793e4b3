package io.meshwork.catalog.product;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the product's data says about a version.
 *
 * @param runSequence of two scores the higher counts
 * @param status passed, failed or not_checked; open set
 * @param overall 0..1, null when nothing was checked
 * @param reason why nothing or not everything was checked, null when all was
 * @param dimensions score 0..1 by dimension
 * @param rows in the checked data, null when nothing was read
 */
public record Score(
        long runSequence,
        String status,
        @Nullable Double overall,
        @Nullable String reason,
        Map<String, Double> dimensions,
        List<Check> checks,
        @Nullable Long rows,
        Instant scoredAt) {

    public Score {
        checks = List.copyOf(checks);
    }

    /** Whether the data keeps what the contract promises. */
    public enum Quality {
        /** Not scored, or scored in a word that this version does not know. */
        UNKNOWN,
        PASSED,
        /** A check of severity error does not hold. */
        FAILED,
        NOT_CHECKED;

        public static Quality fromText(String text) {
            return switch (text) {
                case "passed" -> PASSED;
                case "failed" -> FAILED;
                case "not_checked" -> NOT_CHECKED;
                default -> UNKNOWN;
            };
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Result of one check.
     *
     * @param severity error or warning
     * @param status passed, failed, error (could not be run) or not_run
     * @param measured in the metric's own unit, null when not measured
     * @param threshold readable condition such as {@code >= 0.99}
     * @param message what went wrong, null when nothing did
     */
    public record Check(
            String name,
            String dataset,
            List<String> fields,
            String dimension,
            String metric,
            String severity,
            String status,
            @Nullable Double measured,
            String threshold,
            @Nullable Double score,
            @Nullable Long rowsTested,
            @Nullable Long rowsFailed,
            @Nullable String message) {

        public Check {
            fields = List.copyOf(fields);
        }

        /** Failed, or meant to run and could not. */
        boolean speaks() {
            return status.equals("failed") || status.equals("error");
        }

        Reason reason() {
            String what = message != null ? message : "measured " + measured + ", promised " + threshold;
            return new Reason("quality/" + name, what, null);
        }
    }

    Quality quality() {
        return Quality.fromText(status);
    }

    List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>(
                checks.stream().filter(Check::speaks).map(Check::reason).toList());
        if (quality() == Quality.FAILED && reasons.isEmpty()) {
            reasons.add(new Reason("quality", reason != null ? reason : "the data fails its quality checks", null));
        }
        return reasons;
    }
}
