package io.meshwork.quality.results;

import io.meshwork.quality.score.CheckStatus;
import io.meshwork.quality.score.SelfMeasured;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of a document about a product, as every interface shows it.
 *
 * @param version null when the results are about the latest
 * @param refreshedAt when new data landed, null when none has
 * @param leftOut what else the document is about and says nothing of the data
 * @param score where the score will be, null when nothing was reported
 * @param note what to know besides, null when nothing
 */
public record ResultsView(
        String productId,
        @Nullable String version,
        String tool,
        @Nullable Instant measuredAt,
        @Nullable Instant refreshedAt,
        Counts counts,
        List<Check> checks,
        List<String> leftOut,
        @Nullable String score,
        @Nullable String note) {

    public record Counts(long passed, long failed, long error, long notRun) {}

    public record Check(
            String name,
            String dataset,
            String column,
            String suite,
            String dimension,
            String severity,
            String status,
            @Nullable Double measured,
            @Nullable Long rowsTested,
            @Nullable Long rowsFailed,
            @Nullable String message) {

        static Check of(SelfMeasured check) {
            return new Check(
                    check.name(),
                    check.dataset(),
                    check.column(),
                    check.origin() == null ? "" : check.origin().suite(),
                    check.dimension(),
                    check.severity() == null ? "error" : word(check.severity()),
                    word(check.outcome()),
                    check.measured(),
                    check.rowsTested(),
                    check.rowsFailed(),
                    check.message());
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }

    public static ResultsView of(
            String productId, @Nullable String version, ToolResults results, @Nullable Instant refreshedAt) {
        return new ResultsView(
                productId,
                version,
                results.tool().word(),
                results.measuredAt(),
                refreshedAt,
                new Counts(
                        results.count(CheckStatus.PASSED),
                        results.count(CheckStatus.FAILED),
                        results.count(CheckStatus.ERROR),
                        results.count(CheckStatus.NOT_RUN)),
                results.checks().stream().map(Check::of).toList(),
                results.leftOut(),
                null,
                null);
    }

    /** The same, reported. */
    public ResultsView reported(String score, @Nullable String note) {
        return new ResultsView(productId, version, tool, measuredAt, refreshedAt, counts, checks, leftOut, score, note);
    }
}
