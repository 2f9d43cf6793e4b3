package io.meshwork.quality.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.quality.score.Explanation.CheckChange;
import io.meshwork.quality.score.Scorecard.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static CheckScore check(String name, Severity severity, @Nullable Double score) {
        return new CheckScore(
                name,
                "orders",
                List.of(),
                "accuracy",
                "null_values",
                severity,
                score == null ? CheckStatus.NOT_RUN : score == 1 ? CheckStatus.PASSED : CheckStatus.FAILED,
                null,
                "= 0",
                score,
                null,
                null,
                null,
                null,
                null);
    }

    private static CheckScore check(String name, double score) {
        return check(name, Severity.ERROR, score);
    }

    private static Scorecard run(CheckScore... checks) {
        double weights = Scoring.weights(List.of(checks));
        double sum = 0;
        for (CheckScore check : checks) {
            sum += check.score() == null ? 0 : Scoring.weight(check) * check.score();
        }
        return new Scorecard(
                Verdict.PASSED,
                weights == 0 ? null : sum / weights,
                null,
                List.of(),
                List.of(checks),
                null,
                0,
                List.of(),
                List.of());
    }

    private static CheckChange change(Explanation explanation, String name) {
        return explanation.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double sum(Explanation explanation) {
        return explanation.checks().stream()
                .mapToDouble(CheckChange::contribution)
                .sum();
    }

    @Test
    void namesTheCheckThatMovedTheScore() {
        Explanation explanation =
                Explanation.of(run(check("a", 1), check("b", 0.8)), run(check("a", 0.5), check("b", 0.8)));

        assertThat(explanation.change()).isCloseTo(-0.25, within(1e-12));
        assertThat(explanation.checks().getFirst().name()).isEqualTo("a");
        assertThat(change(explanation, "a").contribution()).isCloseTo(-0.25, within(1e-12));
        assertThat(change(explanation, "b").contribution()).isCloseTo(0, within(1e-12));
    }

    @Test
    void weighsErrorsTwice() {
        Explanation explanation = Explanation.of(
                run(check("e", 1), check("w", Severity.WARNING, 1.0)),
                run(check("e", 0.7), check("w", Severity.WARNING, 0.7)));

        assertThat(change(explanation, "e").contribution()).isCloseTo(-0.2, within(1e-12));
        assertThat(change(explanation, "w").contribution()).isCloseTo(-0.1, within(1e-12));
    }

    @Test
    void countsChecksThatCameOrWent() {
        Explanation explanation =
                Explanation.of(run(check("a", 1), check("old", 0.5)), run(check("a", 1), check("new", 0)));

        assertThat(change(explanation, "new").before()).isNull();
        assertThat(change(explanation, "new").contribution()).isCloseTo(-0.375, within(1e-12));
        assertThat(change(explanation, "old").after()).isNull();
        assertThat(change(explanation, "old").contribution()).isCloseTo(0.125, within(1e-12));
        assertThat(sum(explanation)).isCloseTo(-0.25, within(1e-12));
    }

    @Test
    void aNewCheckThatIsAsGoodAsTheScoreMovesNothing() {
        Explanation explanation = Explanation.of(run(check("a", 0.8)), run(check("a", 0.8), check("new", 0.8)));

        assertThat(explanation.checks())
                .allSatisfy(check -> assertThat(check.contribution()).isCloseTo(0, within(1e-12)));
    }

    @Test
    void contributionsSumUpToTheChangeWhateverHappens() {
        Random random = new Random(42);
        for (int round = 0; round < 200; round++) {
            Explanation explanation = Explanation.of(any(random), any(random));
            if (explanation.change() != null) {
                assertThat(sum(explanation)).isCloseTo(explanation.change(), within(1e-9));
            }
        }
    }

    private static Scorecard any(Random random) {
        List<CheckScore> checks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            if (random.nextBoolean()) {
                checks.add(check(
                        "c" + (i % 7),
                        random.nextBoolean() ? Severity.ERROR : Severity.WARNING,
                        random.nextInt(5) == 0 ? null : (Double) random.nextDouble()));
            }
        }
        return run(checks.toArray(CheckScore[]::new));
    }

    @Test
    void saysWhatIsToBeSaidWhenThereWasNoScore() {
        Explanation explanation = Explanation.of(run(check("a", Severity.ERROR, null)), run(check("a", 0.5)));

        assertThat(explanation.change()).isNull();
        assertThat(change(explanation, "a").contribution()).isNull();
        assertThat(change(explanation, "a").after()).isEqualTo(0.5);
    }
}
