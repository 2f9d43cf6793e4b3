package io.meshwork.quality.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of one run.
 *
 * @param score 0..1, null when nothing was checked
 * @param reason why nothing or not everything was checked, null when all was
 * @param dimensions in the order in which the checks name them
 * @param checks every check of the contract, also those that were not run
 * @param rows in the checked data, null when nothing was read
 * @param scanMicros time spent reading
 * @param hints what is unusual about the data; they change no score
 * @param windows which records of a stream were read, for people; empty when all the data was
 */
public record Scorecard(
        Verdict verdict,
        @Nullable Double score,
        @Nullable String reason,
        List<DimensionScore> dimensions,
        List<CheckScore> checks,
        @Nullable Long rows,
        long scanMicros,
        List<String> hints,
        List<String> windows) {

    public Scorecard {
        dimensions = List.copyOf(dimensions);
        checks = List.copyOf(checks);
        // Runs that were kept before there were hints or windows have none.
        hints = hints == null ? List.of() : List.copyOf(hints);
        windows = windows == null ? List.of() : List.copyOf(windows);
    }

    public Scorecard withHints(List<String> noticed) {
        return new Scorecard(verdict, score, reason, dimensions, checks, rows, scanMicros, noticed, windows);
    }

    /** Whether the product keeps its promises about quality, as far as anyone looked. */
    public enum Verdict {
        PASSED,
        FAILED,
        NOT_CHECKED
    }
}
