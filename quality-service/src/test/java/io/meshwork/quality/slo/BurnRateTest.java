package io.meshwork.quality.slo;

import static io.meshwork.quality.slo.sample.Span.DAYS_3;
import static io.meshwork.quality.slo.sample.Span.DAYS_30;
import static io.meshwork.quality.slo.sample.Span.HOURS_1;
import static io.meshwork.quality.slo.sample.Span.HOURS_6;
import static io.meshwork.quality.slo.sample.Span.MINUTES_30;
import static io.meshwork.quality.slo.sample.Span.MINUTES_5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.meshwork.quality.slo.promise.Objective;
import io.meshwork.quality.slo.promise.Objective.Kind;
import io.meshwork.quality.slo.sample.Count;
import io.meshwork.quality.slo.sample.Counts;
import io.meshwork.quality.slo.sample.Span;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BurnRateTest {

    private static final Objective AVAILABILITY =
            new Objective("availability", "availability", Kind.AVAILABILITY, 0.999, 0.001);

    /** Bad events of 100,000 in each span; 100 of them burn at 1. */
    private static Counts bad(Object... spansAndBad) {
        Map<Span, Count> counts = new EnumMap<>(Span.class);
        for (Span span : Span.values()) {
            counts.put(span, new Count(100_000, 100_000));
        }
        for (int i = 0; i < spansAndBad.length; i += 2) {
            counts.put((Span) spansAndBad[i], new Count(100_000 - (int) spansAndBad[i + 1], 100_000));
        }
        return new Counts(Instant.EPOCH, counts);
    }

    private static Level level(Counts counts) {
        return BurnRate.find(AVAILABILITY, counts).level();
    }

    @Test
    void isTheShareOfBadEventsByTheShareThatMayBeBad() {
        assertThat(BurnRate.of(AVAILABILITY, new Count(998, 1_000))).isCloseTo(2, within(1e-9));
        assertThat(BurnRate.of(AVAILABILITY, Count.NONE)).isZero();
    }

    @Test
    void allIsWellWhileTheBudgetLasts() {
        assertThat(level(bad())).isEqualTo(Level.OK);
        assertThat(level(bad(DAYS_3, 99, HOURS_6, 99))).isEqualTo(Level.OK);
    }

    @Test
    void anHourThatUsesUpTwoPercentOfTheMonthIsABreach() {
        assertThat(level(bad(HOURS_1, 1_440, MINUTES_5, 1_440))).isEqualTo(Level.BREACHED);
        assertThat(level(bad(HOURS_1, 1_439, MINUTES_5, 9_000))).isEqualTo(Level.OK);
    }

    @Test
    void anHourThatIsOverIsNone() {
        assertThat(level(bad(HOURS_1, 9_000, MINUTES_5, 1_439))).isEqualTo(Level.OK);
    }

    @Test
    void sixHoursThatUseUpFivePercentAreABreach() {
        assertThat(level(bad(HOURS_6, 600, MINUTES_30, 600))).isEqualTo(Level.BREACHED);
        assertThat(level(bad(HOURS_6, 599, MINUTES_30, 9_000))).isEqualTo(Level.OK);
        assertThat(level(bad(HOURS_6, 9_000, MINUTES_30, 599))).isEqualTo(Level.OK);
    }

    @Test
    void daysThatUseUpTheBudgetInTimeAreARisk() {
        assertThat(level(bad(DAYS_3, 100, HOURS_6, 100))).isEqualTo(Level.AT_RISK);
    }

    @Test
    void aBreachOutweighsARisk() {
        assertThat(level(bad(DAYS_3, 5_000, HOURS_6, 5_000, HOURS_1, 5_000, MINUTES_5, 5_000)))
                .isEqualTo(Level.BREACHED);
    }

    @Test
    void nothingCountedIsNoTrouble() {
        assertThat(level(new Counts(Instant.EPOCH, Map.of()))).isEqualTo(Level.OK);
    }

    @Test
    void theBudgetIsThatOfThirtyDays() {
        assertThat(BurnRate.budgetLeft(AVAILABILITY, bad(DAYS_30, 25))).isCloseTo(0.75, within(1e-9));
        assertThat(BurnRate.budgetLeft(AVAILABILITY, bad(DAYS_30, 150))).isCloseTo(-0.5, within(1e-9));
    }
}
