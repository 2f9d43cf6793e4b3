package io.meshwork.quality.slo;

import static io.meshwork.quality.slo.sample.Span.DAYS_3;
import static io.meshwork.quality.slo.sample.Span.DAYS_30;
import static io.meshwork.quality.slo.sample.Span.HOURS_1;
import static io.meshwork.quality.slo.sample.Span.HOURS_6;
import static io.meshwork.quality.slo.sample.Span.MINUTES_30;
import static io.meshwork.quality.slo.sample.Span.MINUTES_5;

import io.meshwork.quality.slo.promise.Objective;
import io.meshwork.quality.slo.sample.Count;
import io.meshwork.quality.slo.sample.Counts;
import io.meshwork.quality.slo.sample.Span;
import java.util.List;

/**
 * How many times faster than promised the error budget is used up: the share of bad events by the share that may be bad. The rule
 * is the multi-window, multi-burn-rate alert of Google's Site Reliability Workbook, chapter 5: the long window says that it
 * matters, the short one that it still goes on.
 */
public final class BurnRate {

    /** A level that holds when both windows burn at least at this rate. */
    private record Rule(Level level, double rate, Span longWindow, Span shortWindow) {

        boolean holds(Objective objective, Counts counts) {
            return of(objective, counts.of(longWindow)) >= rate - ROUNDING
                    && of(objective, counts.of(shortWindow)) >= rate - ROUNDING;
        }
    }

    /** What a month's budget loses before they hold: 2 % in an hour, 5 % in six hours, 10 % in three days. */
    private static final List<Rule> RULES = List.of(
            new Rule(Level.BREACHED, 14.4, HOURS_1, MINUTES_5),
            new Rule(Level.BREACHED, 6, HOURS_6, MINUTES_30),
            new Rule(Level.AT_RISK, 1, DAYS_3, HOURS_6));

    /** Shares of whole events are compared, and 0.1 % is not a binary fraction. */
    private static final double ROUNDING = 1e-9;

    private BurnRate() {}

    /** 0 without events; 1 uses up the budget exactly in its period. */
    public static double of(Objective objective, Count count) {
        return count.badShare() / objective.budget();
    }

    /** Share of the budget of 30 days that is left, of as many events as there were; negative when it is overspent. */
    public static double budgetLeft(Objective objective, Counts counts) {
        return 1 - counts.of(DAYS_30).badShare() / objective.budget();
    }

    /** @param over the window that tells it best */
    record Finding(Level level, Span over) {}

    static Finding find(Objective objective, Counts counts) {
        return RULES.stream()
                .filter(rule -> rule.holds(objective, counts))
                .findFirst()
                .map(rule -> new Finding(rule.level(), rule.longWindow()))
                .orElse(new Finding(Level.OK, HOURS_1));
    }
}
