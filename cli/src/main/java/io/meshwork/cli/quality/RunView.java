package io.meshwork.cli.quality;

import io.meshwork.contract.read.Problem;
import io.meshwork.quality.profile.DataProfile;
import io.meshwork.quality.sample.FailedRows;
import io.meshwork.quality.score.CheckView;
import io.meshwork.quality.score.DimensionScore;
import io.meshwork.quality.score.Scorecard;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One contract's run in the words of the service's REST interface; {@code status} is {@code invalid} for no contract. */
record RunView(
        String file,
        @Nullable String productId,
        @Nullable String version,
        String status,
        @Nullable Double score,
        @Nullable String reason,
        List<DimensionScore> dimensions,
        List<CheckView> checks,
        @Nullable Long rows,
        List<FailedRows> samples,
        List<DataProfile> profiles,
        List<Problem> problems) {

    static RunView from(LocalRun run) {
        return switch (run) {
            case LocalRun.Checked checked -> from(checked);
            case LocalRun.Invalid(String file, var problems) -> without(file, "invalid", null, problems);
            case LocalRun.Unusable(String file, String reason) -> without(file, "unusable", reason, List.of());
        };
    }

    private static RunView from(LocalRun.Checked run) {
        Scorecard card = run.examined().scorecard();
        return new RunView(
                run.file(),
                run.product(),
                run.version(),
                word(card.verdict()),
                card.score(),
                card.reason(),
                card.dimensions(),
                card.checks().stream().map(CheckView::from).toList(),
                card.rows(),
                run.examined().samples(),
                run.examined().profiles(),
                List.of());
    }

    private static RunView without(String file, String status, @Nullable String reason, List<Problem> problems) {
        return new RunView(
                file, null, null, status, null, reason, List.of(), List.of(), null, List.of(), List.of(), problems);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
