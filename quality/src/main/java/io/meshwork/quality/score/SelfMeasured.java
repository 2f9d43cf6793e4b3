package io.meshwork.quality.score;

import io.meshwork.contract.model.QualityCheck.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check that the producer ran itself, or had a tool run. It is taken at its word. Its score is the share of rows that keep the
 * rule where both numbers are known, else all or nothing.
 *
 * @param dimension lower case, open set
 * @param measured null when there is no number
 * @param status null when {@code passed} says it
 * @param severity null for error
 * @param dataset as the tool calls it, empty when it does not say
 * @param column empty for several or none
 * @param message why it failed or was not run; never holds values from the data, as far as the tool's own words do not
 * @param origin null for a producer that names no tool
 */
public record SelfMeasured(
        String name,
        String dimension,
        @Nullable Double measured,
        boolean passed,
        @Nullable CheckStatus status,
        @Nullable Severity severity,
        String dataset,
        String column,
        @Nullable Long rowsTested,
        @Nullable Long rowsFailed,
        @Nullable String message,
        @Nullable Origin origin) {

    /**
     * Where a result is from. A later result of the same tool and suite takes the place of all before it.
     *
     * @param suite tells several runs of a tool apart, empty when there is only one
     * @param measuredAt null when nobody says
     */
    public record Origin(
            String tool, String suite, @Nullable Instant measuredAt) {}

    public SelfMeasured {
        measured = measured == null || !Double.isFinite(measured) ? null : measured;
        // Scans that were asked for before there were tools have neither.
        dataset = dataset == null ? "" : dataset;
        column = column == null ? "" : column;
    }

    public SelfMeasured(String name, String dimension, double measured, boolean passed) {
        this(name, dimension, measured, passed, null, null, "", "", null, null, null, null);
    }

    /** The same result in another suite of its tool; a producer that names no tool has none. */
    public SelfMeasured inSuite(String suite) {
        return origin == null ? this : from(new Origin(origin.tool(), suite, origin.measuredAt()));
    }

    /** The same result, from there. */
    public SelfMeasured from(Origin other) {
        return new SelfMeasured(
                name,
                dimension,
                measured,
                passed,
                status,
                severity,
                dataset,
                column,
                rowsTested,
                rowsFailed,
                message,
                other);
    }

    /** What came of it. */
    public CheckStatus outcome() {
        if (status != null) {
            return status;
        }
        return passed ? CheckStatus.PASSED : CheckStatus.FAILED;
    }

    CheckScore score() {
        CheckStatus outcome = outcome();
        return new CheckScore(
                name,
                dataset,
                column.isEmpty() ? List.of() : List.of(column),
                dimension,
                "self_measured",
                severity == null ? Severity.ERROR : severity,
                outcome,
                measured,
                threshold(),
                score(outcome),
                rowsTested,
                rowsFailed,
                outcome == CheckStatus.PASSED ? null : reason(outcome),
                null,
                null);
    }

    private @Nullable Double score(CheckStatus outcome) {
        Double share = goodShare();
        return switch (outcome) {
            case PASSED -> share == null ? 1.0 : share;
            case FAILED -> share == null || share == 1 ? 0.0 : share;
            case ERROR -> 0.0;
            case NOT_RUN -> null;
        };
    }

    private @Nullable Double goodShare() {
        return rowsTested == null || rowsFailed == null || rowsTested <= 0 || rowsFailed < 0 || rowsFailed > rowsTested
                ? null
                : (Double) (1 - (double) rowsFailed / rowsTested);
    }

    private String threshold() {
        if (origin == null) {
            return "the producer's own";
        }
        return "of " + origin.tool() + (origin.measuredAt() == null ? "" : ", measured " + origin.measuredAt());
    }

    private String reason(CheckStatus outcome) {
        if (message != null) {
            return message;
        }
        String who = origin == null ? "the producer" : origin.tool();
        return switch (outcome) {
            case PASSED, FAILED -> who + " reports that its own threshold was not met";
            case ERROR -> who + " reports that the check could not be tested";
            case NOT_RUN -> who + " reports that the check was not run";
        };
    }
}
