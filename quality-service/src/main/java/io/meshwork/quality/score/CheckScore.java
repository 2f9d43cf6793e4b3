package io.meshwork.quality.score;

import io.meshwork.contract.model.QualityCheck.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Result of one check.
 *
 * @param fields logical names of the fields it looked at, empty for the whole dataset
 * @param dimension lower case; an open set, since producers name their own
 * @param metric lower case
 * @param measured in the unit of the threshold: rows, a share 0..1, or percent; null when not measured
 * @param threshold readable, such as {@code >= 0.99}
 * @param score 0..1, see {@link Scoring}; null when the check says nothing about the data
 * @param rowsTested null when not measured
 * @param rowsFailed rows that break the rule, null when the metric does not count rows
 * @param message what went wrong, null when nothing did; never holds values from the data
 */
public record CheckScore(
        String name,
        String dataset,
        List<String> fields,
        String dimension,
        String metric,
        Severity severity,
        CheckStatus status,
        @Nullable Double measured,
        String threshold,
        @Nullable Double score,
        @Nullable Long rowsTested,
        @Nullable Long rowsFailed,
        @Nullable String message) {

    public CheckScore {
        fields = List.copyOf(fields);
    }
}
