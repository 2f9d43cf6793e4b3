package io.meshwork.quality.run.web;

import io.meshwork.quality.run.Run;
import io.meshwork.quality.score.CheckStatus;
import io.meshwork.quality.score.Explanation;
import io.meshwork.quality.score.Explanation.CheckChange;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What moved a score, by the size of the effect. */
record ExplanationView(
        String productId, Side before, Side after, @Nullable Double change, List<ChangeView> checks) {

    /** One of the two runs. */
    record Side(
            long runSequence,
            String version,
            String status,
            @Nullable Double score,
            String scoredAt) {

        static Side from(Run run) {
            return new Side(
                    run.sequence(),
                    run.version(),
                    run.scorecard().verdict().name().toLowerCase(Locale.ROOT),
                    run.scorecard().score(),
                    run.scoredAt().toString());
        }
    }

    /** @param contribution to the change; null when either run has no score */
    record ChangeView(
            String name,
            String dataset,
            String dimension,
            @Nullable String statusBefore,
            @Nullable String statusAfter,
            @Nullable Double before,
            @Nullable Double after,
            @Nullable Double contribution) {

        static ChangeView from(CheckChange check) {
            return new ChangeView(
                    check.name(),
                    check.dataset(),
                    check.dimension(),
                    word(check.statusBefore()),
                    word(check.statusAfter()),
                    check.before(),
                    check.after(),
                    check.contribution());
        }

        private static @Nullable String word(@Nullable CheckStatus status) {
            return status == null ? null : status.name().toLowerCase(Locale.ROOT);
        }
    }

    static ExplanationView from(Run before, Run after) {
        Explanation explanation = Explanation.of(before.scorecard(), after.scorecard());
        return new ExplanationView(
                after.productId(),
                Side.from(before),
                Side.from(after),
                explanation.change(),
                explanation.checks().stream().map(ChangeView::from).toList());
    }
}
