package io.meshwork.quality.score;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A {@link CheckScore} in the words of {@code quality.scored}, as every interface shows it. */
public record CheckView(
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
        @Nullable String message,
        @Nullable String sql,
        @Nullable Long micros) {

    public static CheckView from(CheckScore check) {
        return new CheckView(
                check.name(),
                check.dataset(),
                check.fields(),
                check.dimension(),
                check.metric(),
                word(check.severity()),
                word(check.status()),
                check.measured(),
                check.threshold(),
                check.score(),
                check.rowsTested(),
                check.rowsFailed(),
                check.message(),
                check.sql(),
                check.micros());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
