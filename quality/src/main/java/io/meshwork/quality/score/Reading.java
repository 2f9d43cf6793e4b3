package io.meshwork.quality.score;

import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.Threshold;
import io.meshwork.quality.check.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A measured number as the check means it.
 *
 * @param measured in the threshold's unit
 * @param goodShare share 0..1 of what keeps the rule, null when the metric does not count what breaks it
 * @param rowsFailed null when the metric does not count rows
 */
record Reading(
        double measured,
        @Nullable Double goodShare,
        @Nullable Long rowsFailed) {

    /** @param rows at least 1, unless the metric is a row count or a query */
    static Reading of(Metric metric, Measure measure, Threshold threshold, double value, long rows) {
        return switch (metric) {
            case ROW_COUNT, SQL, NOT_EXECUTABLE -> new Reading(value, null, null);
            case NULL_VALUES, MISSING_VALUES, INVALID_VALUES, DUPLICATE_VALUES, INCONSISTENT_ROWS -> {
                double all = all(measure, rows);
                double measured = threshold.percent() ? 100 * value / all : value;
                yield new Reading(measured, (all - value) / all, rowsFailed(value, measure));
            }
            case COMPLETENESS, UNIQUENESS, VALIDITY, CONSISTENCY, ACCURACY -> {
                double all = all(measure, rows);
                double good = all - value;
                double measured = threshold.percent() ? 100 * good / all : good / all;
                yield new Reading(measured, good / all, rowsFailed(value, measure));
            }
        };
    }

    private static double all(Measure measure, long rows) {
        return (double) rows * cellsPerRow(measure);
    }

    /** Empty cells of several columns are cells, not rows. */
    private static @Nullable Long rowsFailed(double bad, Measure measure) {
        return cellsPerRow(measure) == 1 ? (long) bad : null;
    }

    private static int cellsPerRow(Measure measure) {
        return measure instanceof Measure.EmptyCells cells ? cells.in().size() : 1;
    }
}
