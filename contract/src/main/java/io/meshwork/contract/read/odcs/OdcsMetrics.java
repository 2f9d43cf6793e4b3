package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.QualityDimension;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The library metrics of v3.1, and the rules that v3.0 called them. */
final class OdcsMetrics {

    static final List<String> NAMES =
            List.of("nullValues", "missingValues", "invalidValues", "duplicateValues", "rowCount");

    private OdcsMetrics() {}

    static Optional<Metric> ofMetric(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "nullValues" -> Metric.NULL_VALUES;
                    case "missingValues" -> Metric.MISSING_VALUES;
                    case "invalidValues" -> Metric.INVALID_VALUES;
                    case "duplicateValues" -> Metric.DUPLICATE_VALUES;
                    case "rowCount" -> Metric.ROW_COUNT;
                    default -> null;
                });
    }

    /** v3.0 left the names open; these are the ones its texts and tools use. */
    static Optional<Metric> ofRule(String name) {
        return Optional.ofNullable(
                        switch (name) {
                            case "nullCheck", "nullCount", "notNull" -> Metric.NULL_VALUES;
                            case "missingCount" -> Metric.MISSING_VALUES;
                            case "validValues", "invalidCount" -> Metric.INVALID_VALUES;
                            case "duplicateCount", "duplicateCheck", "uniqueCheck", "unique" -> Metric.DUPLICATE_VALUES;
                            case "rowCountCheck" -> Metric.ROW_COUNT;
                            default -> null;
                        })
                .or(() -> ofMetric(name));
    }

    /** Where a rule names no dimension. */
    static QualityDimension dimension(Metric metric) {
        return switch (metric) {
            case NULL_VALUES, MISSING_VALUES, ROW_COUNT, COMPLETENESS -> QualityDimension.COMPLETENESS;
            case DUPLICATE_VALUES, UNIQUENESS -> QualityDimension.UNIQUENESS;
            case INVALID_VALUES -> QualityDimension.CONFORMITY;
            case VALIDITY -> QualityDimension.VALIDITY;
            case INCONSISTENT_ROWS, CONSISTENCY -> QualityDimension.CONSISTENCY;
            case ACCURACY, SQL, NOT_EXECUTABLE -> QualityDimension.ACCURACY;
        };
    }

    /** {@code null_values}, to make names from. */
    static String word(Metric metric) {
        return metric.name().toLowerCase(Locale.ROOT);
    }
}
