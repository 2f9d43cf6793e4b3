package io.meshwork.quality.score;

import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.quality.engine.Taken;
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
 * @param message what went wrong, or was not tested; null when nothing; never holds values from the data
 * @param sql that takes the number, at most {@value #LONGEST_SQL} characters; null when no query was run
 * @param micros of the query the number came from, which may have taken others too; null when no query was run
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
        @Nullable String message,
        @Nullable String sql,
        @Nullable Long micros) {

    static final int LONGEST_SQL = 2000;

    public CheckScore {
        fields = List.copyOf(fields);
        sql = sql == null || sql.length() <= LONGEST_SQL ? sql : sql.substring(0, LONGEST_SQL - 1) + "…";
    }

    /** The same, with another message. */
    CheckScore saying(String other) {
        return with(other, sql, micros);
    }

    /** The same, with how its number was taken. */
    CheckScore taken(Taken how) {
        return with(message, how.sql(), how.took().toNanos() / 1000);
    }

    private CheckScore with(@Nullable String otherMessage, @Nullable String otherSql, @Nullable Long otherMicros) {
        return new CheckScore(
                name,
                dataset,
                fields,
                dimension,
                metric,
                severity,
                status,
                measured,
                threshold,
                score,
                rowsTested,
                rowsFailed,
                otherMessage,
                otherSql,
                otherMicros);
    }
}
