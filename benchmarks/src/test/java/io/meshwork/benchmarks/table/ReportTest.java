package io.meshwork.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void alignsColumnsAndSaysWhetherEachGoalWasReached() {
        Report report = new Report(
                "scoring",
                "by hand",
                List.of(
                        Figure.of("median", "%.0f ms", 650).against(500).ratioAtMost(1.3),
                        Figure.of("p99", "%.0f ms", 301).against(10).below(300),
                        Figure.of("memory", "%.0f MB", 1200).withoutBaseline().withoutGoal()),
                List.of("Three figures."));

        assertThat(report).hasToString("""
                scoring
                Baseline: by hand

                  MEASURED   VALUE     BASELINE   RATIO   GOAL           REACHED
                  median     650 ms    500 ms     1.30    ratio ≤ 1.30   yes
                  p99        301 ms    10 ms      30.10   < 300 ms       no
                  memory     1200 MB   –          –       –              –

                Three figures.""");
    }

    @Test
    void takesTheValueThatTheGivenShareDoesNotExceed() {
        Spread spread = Spread.ofNanos(new long[] {3_000_000, 1_000_000, 2_000_000, 100_000_000});

        assertThat(spread.median()).isEqualTo(2);
        assertThat(spread.quantile(0.99)).isEqualTo(100);
        assertThat(spread.quantile(0)).isEqualTo(1);
    }
}
