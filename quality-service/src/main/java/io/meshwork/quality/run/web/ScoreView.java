package io.meshwork.quality.run.web;

import io.meshwork.quality.run.Run;
import io.meshwork.quality.score.CheckView;
import io.meshwork.quality.score.DimensionScore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A run in the words of {@code quality.scored}. */
record ScoreView(
        String productId,
        String version,
        long runSequence,
        String trigger,
        String status,
        @Nullable Double score,
        @Nullable String reason,
        List<DimensionScore> dimensions,
        List<CheckView> checks,
        @Nullable Long rows,
        long scanMicros,
        List<String> hints,
        List<String> windows,
        Instant scoredAt) {

    static ScoreView from(Run run) {
        var card = run.scorecard();
        return new ScoreView(
                run.productId(),
                run.version(),
                run.sequence(),
                run.trigger(),
                word(card.verdict()),
                card.score(),
                card.reason(),
                card.dimensions(),
                card.checks().stream().map(CheckView::from).toList(),
                card.rows(),
                card.scanMicros(),
                card.hints(),
                card.windows(),
                run.scoredAt());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
