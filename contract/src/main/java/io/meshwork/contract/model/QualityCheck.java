package io.meshwork.contract.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A check of the contract on the product's data.
 *
 * @param name unique inside the product; made from metric and column when the document gives none
 * @param dataset name of the dataset it belongs to
 * @param fields logical names of the fields it looks at; empty for a whole-dataset check
 * @param metric what is measured
 * @param arguments of the metric: {@code validValues}, {@code missingValues}, {@code pattern}, {@code properties}, {@code expression},
 *     {@code reference}, {@code key}, {@code tolerance}
 * @param query SQL of a {@link Metric#SQL} check, null otherwise
 * @param threshold the condition on the measured value
 * @param severity {@code error} fails the product, {@code warning} only lowers its score
 * @param pointer JSON pointer into the document it was read from
 */
public record QualityCheck(
        String name,
        String dataset,
        List<String> fields,
        Metric metric,
        QualityDimension dimension,
        Map<String, Object> arguments,
        @Nullable String query,
        Threshold threshold,
        Severity severity,
        String pointer) {

    public QualityCheck {
        fields = List.copyOf(fields);
    }

    /** What is measured, and its unit. */
    public enum Metric {
        /** Rows where the field is null. */
        NULL_VALUES,
        /** Rows where the field is null or one of {@code arguments.missingValues}. */
        MISSING_VALUES,
        /** Rows whose value is not in {@code validValues} or does not match {@code pattern}. */
        INVALID_VALUES,
        /** Rows beyond the first of each group of equal values in {@code fields}. */
        DUPLICATE_VALUES,
        /** All rows. */
        ROW_COUNT,
        /** Share 0..1 of non-null cells, over {@code fields} or all fields. */
        COMPLETENESS,
        /** Share 0..1 of distinct rows in {@code fields}. */
        UNIQUENESS,
        /** Share 0..1 of rows that satisfy the declared types and {@code validValues} / {@code pattern}. */
        VALIDITY,
        /** Rows for which {@code arguments.expression} is false, or whose {@code fields} are not in {@code arguments.reference}. */
        INCONSISTENT_ROWS,
        /** Share 0..1 of rows that are not among {@link #INCONSISTENT_ROWS}. */
        CONSISTENCY,
        /** Share 0..1 of rows whose {@code fields} are as in {@code arguments.reference}, of those that it has by {@code arguments.key}. */
        ACCURACY,
        /** The single number a query returns. */
        SQL,
        /** Described in words or for another tool; kept, not run. */
        NOT_EXECUTABLE
    }

    public enum Severity {
        ERROR,
        WARNING
    }
}
