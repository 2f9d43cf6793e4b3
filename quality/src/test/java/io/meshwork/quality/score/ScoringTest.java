package io.meshwork.quality.score;

import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Contracts.asWarning;
import static io.meshwork.quality.Contracts.atLeast;
import static io.meshwork.quality.Contracts.atMost;
import static io.meshwork.quality.Contracts.check;
import static io.meshwork.quality.Contracts.noRow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.contract.model.Threshold;
import io.meshwork.contract.model.Threshold.Operator;
import io.meshwork.quality.check.CheckPlan;
import io.meshwork.quality.check.CheckPlanner;
import io.meshwork.quality.check.Measure;
import io.meshwork.quality.engine.Measurement;
import io.meshwork.quality.engine.ScanResult;
import io.meshwork.quality.engine.Window;
import io.meshwork.quality.score.Scorecard.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final long ROWS = 100;

    /** Scores checks whose measures came out like this, in their order. */
    private static Scorecard score(List<QualityCheck> checks, double... values) {
        CheckPlan plan = CheckPlanner.plan(
                        aProduct().with(checks.toArray(QualityCheck[]::new)).build())
                .getFirst();
        Map<Measure, Measurement> measurements = new HashMap<>();
        int i = 0;
        for (Measure measure : plan.measures()) {
            measurements.put(
                    measure,
                    Double.isNaN(values[i]) ? new Measurement.Failed("broken") : new Measurement.Value(values[i]));
            i++;
        }
        ScanResult result = new ScanResult.Measured(ROWS, measurements, Map.of(), Duration.ofMillis(3));
        return Scoring.score(List.of(new DatasetScan(plan, result)), List.of());
    }

    @Test
    void whatNobodyCanReadOfAStreamIsACheckThatFailed() {
        CheckPlan plan = CheckPlanner.plan(
                        aProduct().with(check(Metric.ROW_COUNT, atLeast(1))).build())
                .getFirst();
        Measure rows = plan.measures().iterator().next();
        ScanResult result = new ScanResult.Measured(
                75,
                Map.of(rows, new Measurement.Value(75)),
                Map.of(),
                Duration.ofMillis(3),
                new Window("all 100 records of shop.orders", 100, 25, "offset 3 of partition 0: it is no JSON object"));

        Scorecard card = Scoring.score(List.of(new DatasetScan(plan, result)), List.of());

        assertThat(card.verdict()).isEqualTo(Scorecard.Verdict.FAILED);
        assertThat(card.score()).isEqualTo((1 + 0.75) / 2);
        assertThat(card.dimensions()).contains(new DimensionScore("conformity", 0.75));
        assertThat(card.checks().getLast().message())
                .isEqualTo(
                        "25 of 100 records cannot be read; the first is offset 3 of partition 0: it is no JSON object");
        assertThat(card.windows()).containsExactly("orders: all 100 records of shop.orders");
    }

    private static CheckScore only(QualityCheck check, double value) {
        return score(List.of(check), value).checks().getFirst();
    }

    @Test
    void scoresShareOfGoodRows() {
        assertThat(only(check(Metric.NULL_VALUES, noRow(), "a"), 10).score()).isEqualTo(0.9);
        assertThat(only(check(Metric.INVALID_VALUES, Map.of("pattern", "x"), atMost(20), "a"), 10)
                        .score())
                .isEqualTo(0.9);
        assertThat(only(check(Metric.UNIQUENESS, atLeast(0.5), "a"), 10).score())
                .isEqualTo(0.9);
    }

    @Test
    void scoresAllOrNothingWhenThereIsNoShare() {
        assertThat(only(check(Metric.ROW_COUNT, atLeast(50)), 100).score()).isEqualTo(1);
        assertThat(only(check(Metric.ROW_COUNT, atLeast(500)), 100).score()).isZero();
        Threshold some = new Threshold(Operator.BETWEEN, 5, 20.0, false);
        assertThat(only(check(Metric.NULL_VALUES, some, "a"), 10).score()).isEqualTo(1);
        assertThat(only(check(Metric.NULL_VALUES, some, "a"), 20).score()).isZero();
    }

    @Test
    void weighsAnErrorTwiceAWarning() {
        Scorecard card = score(
                List.of(
                        check(Metric.NULL_VALUES, noRow(), "a"),
                        asWarning(check(Metric.DUPLICATE_VALUES, noRow(), "b"))),
                0,
                50);

        assertThat(card.score()).isCloseTo((2 * 1.0 + 1 * 0.5) / 3, within(1e-12));
        assertThat(card.dimensions()).containsExactly(new DimensionScore("accuracy", 0.75));
    }

    @Test
    void passesWhenOnlyAWarningIsBroken() {
        assertThat(score(List.of(asWarning(check(Metric.NULL_VALUES, noRow(), "a"))), 1)
                        .verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void failsOnOneBrokenErrorHoweverHighTheScore() {
        Scorecard card = score(List.of(check(Metric.NULL_VALUES, noRow(), "a")), 1);

        assertThat(card.score()).isEqualTo(0.99);
        assertThat(card.verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void failsOnErrorCheckThatCannotBeTested() {
        Scorecard card = score(List.of(check(Metric.NULL_VALUES, noRow(), "a")), Double.NaN);

        assertThat(card.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(card.score()).isZero();
    }

    @Test
    void leavesChecksOutThatWereNotRun() {
        Scorecard card =
                score(List.of(check(Metric.NOT_EXECUTABLE, noRow()), check(Metric.NULL_VALUES, noRow(), "a")), 0);

        assertThat(card.score()).isEqualTo(1);
        assertThat(card.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(card.reason()).isEqualTo("1 check was not run");
    }

    @Test
    void passesExactlyAtTheThreshold() {
        assertThat(only(check(Metric.COMPLETENESS, atLeast(0.99), "a"), 1).status())
                .isEqualTo(CheckStatus.PASSED);
        assertThat(only(check(Metric.COMPLETENESS, atLeast(0.99), "a"), 2).status())
                .isEqualTo(CheckStatus.FAILED);
    }

    @Test
    void readsPercentOfRows() {
        CheckScore score = only(check(Metric.NULL_VALUES, new Threshold(Operator.LESS, 5, null, true), "a"), 5);

        assertThat(score.measured()).isEqualTo(5);
        assertThat(score.status()).isEqualTo(CheckStatus.FAILED);
        assertThat(score.message())
                .isEqualTo("measured 5 percent, expected less than 5 percent: 5 of 100 rows break the rule");
    }

    @Test
    void isNotCheckedWhenNothingCouldBeLookedAt() {
        CheckPlan plan = CheckPlanner.plan(
                        aProduct().with(check(Metric.NULL_VALUES, noRow(), "a")).build())
                .getFirst();

        Scorecard card =
                Scoring.score(List.of(new DatasetScan(plan, new ScanResult.Unreachable("far away"))), List.of());

        assertThat(card.verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(card.score()).isNull();
        assertThat(card.reason()).isEqualTo("far away");
    }

    @Test
    void takesProducersWordForItsOwnChecks() {
        Scorecard card = Scoring.notChecked(
                "far away",
                List.of(
                        new SelfMeasured("fresh", "timeliness", 3, true),
                        new SelfMeasured("exact", "accuracy", 0.2, false)));

        assertThat(card.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(card.score()).isEqualTo(0.5);
        assertThat(card.reason()).isEqualTo("far away");
    }

    private static SelfMeasured ofTool(CheckStatus status, Severity severity, Long tested, Long failed) {
        return new SelfMeasured(
                "check",
                "validity",
                null,
                status == CheckStatus.PASSED,
                status,
                severity,
                "orders",
                "id",
                tested,
                failed,
                null,
                new SelfMeasured.Origin("dbt", "", Instant.parse("2026-03-01T02:00:00Z")));
    }

    @Test
    void scoresWhatAToolMeasuredByItsRowsAndItsSeverity() {
        Scorecard card = Scoring.notChecked(
                "far away",
                List.of(
                        ofTool(CheckStatus.PASSED, Severity.ERROR, 10L, 1L),
                        ofTool(CheckStatus.FAILED, Severity.WARNING, null, 3L),
                        ofTool(CheckStatus.NOT_RUN, Severity.ERROR, null, null)));

        assertThat(card.checks()).extracting(CheckScore::score).containsExactly(0.9, 0.0, null);
        assertThat(card.score()).isCloseTo((2 * 0.9 + 1 * 0.0) / 3, within(1e-12));
        assertThat(card.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(card.checks().getFirst().threshold()).isEqualTo("of dbt, measured 2026-03-01T02:00:00Z");
        assertThat(card.checks().getLast().message()).isEqualTo("dbt reports that the check was not run");
    }

    @Test
    void failsOnWhatAToolCouldNotTest() {
        Scorecard card = Scoring.notChecked("far away", List.of(ofTool(CheckStatus.ERROR, Severity.ERROR, null, null)));

        assertThat(card.score()).isZero();
        assertThat(card.verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void believesNoShareThatContradictsTheOutcome() {
        assertThat(ofTool(CheckStatus.FAILED, Severity.ERROR, 10L, 0L).score().score())
                .isZero();
        assertThat(ofTool(CheckStatus.PASSED, Severity.ERROR, 10L, 11L).score().score())
                .isEqualTo(1);
    }
}
