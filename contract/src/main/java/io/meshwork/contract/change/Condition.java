package io.meshwork.contract.change;

import static io.meshwork.contract.change.Ruling.reworded;
import static io.meshwork.contract.change.Ruling.risky;
import static io.meshwork.contract.change.Ruling.safe;

import io.meshwork.contract.change.Change.Kind;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.Threshold;
import java.util.List;
import java.util.Locale;

/**
 * The measured values a threshold lets pass, as intervals that do not touch.
 *
 * @param intervals none when nothing passes
 */
record Condition(List<Interval> intervals) {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /** From {@code low} to {@code high}, each with or without the bound itself. */
    record Interval(double low, boolean withLow, double high, boolean withHigh) {

        boolean lies(Interval in) {
            boolean low = this.low > in.low || (this.low == in.low && (in.withLow || !withLow));
            boolean high = this.high < in.high || (this.high == in.high && (in.withHigh || !withHigh));
            return low && high;
        }

        boolean isEmpty() {
            return low > high || (low == high && !(withLow && withHigh));
        }

        /** Counts and shares are never negative. */
        Interval fromZero() {
            return low < 0 ? new Interval(0, true, high, withHigh) : this;
        }
    }

    static Ruling judge(QualityCheck before, QualityCheck after) {
        if (before.threshold().percent() != after.threshold().percent() || before.metric() != after.metric()) {
            return risky("What was good enough may not be, or the other way round: {after} instead of {before}.");
        }
        boolean counted = before.metric() != Metric.SQL;
        Condition old = of(before.threshold(), counted);
        Condition now = of(after.threshold(), counted);
        boolean tightened = now.lies(old);
        boolean loosened = old.lies(now);
        if (tightened && loosened) {
            return reworded("The same condition in other words.");
        }
        if (tightened) {
            return safe("The data are promised to be better: {after} instead of {before}.")
                    .as(Kind.TIGHTENED);
        }
        return loosened
                ? risky("Consumers that rely on {before} get data with {after} only.")
                        .as(Kind.LOOSENED)
                : risky("What was good enough may not be, or the other way round: {after} instead of {before}.");
    }

    /** {@code >= 0.99}, {@code between 1 and 5}, {@code < 2 %}. */
    static String text(Threshold threshold) {
        String bound = number(threshold.value());
        String upper = threshold.upper() == null ? "any" : number(threshold.upper());
        String text = switch (threshold.operator()) {
            case EQUAL -> "= " + bound;
            case NOT_EQUAL -> "!= " + bound;
            case GREATER -> "> " + bound;
            case GREATER_OR_EQUAL -> ">= " + bound;
            case LESS -> "< " + bound;
            case LESS_OR_EQUAL -> "<= " + bound;
            case BETWEEN -> "between " + bound + " and " + upper;
            case NOT_BETWEEN -> "not between " + bound + " and " + upper;
        };
        return threshold.percent() ? text + " %" : text;
    }

    /** {@code row_count of orders: >= 1}. */
    static String text(QualityCheck check) {
        String what = check.fields().isEmpty() ? check.dataset() : String.join(", ", check.fields());
        return "%s of %s: %s".formatted(check.metric().name().toLowerCase(Locale.ROOT), what, text(check.threshold()));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private boolean lies(Condition in) {
        return intervals.stream().allMatch(mine -> in.intervals.stream().anyMatch(mine::lies));
    }

    private static Condition of(Threshold threshold, boolean counted) {
        double value = threshold.value();
        double upper = threshold.upper() == null ? INFINITE : threshold.upper();
        List<Interval> intervals = switch (threshold.operator()) {
            case EQUAL -> List.of(new Interval(value, true, value, true));
            case NOT_EQUAL -> List.of(below(value, false), above(value, false));
            case GREATER -> List.of(above(value, false));
            case GREATER_OR_EQUAL -> List.of(above(value, true));
            case LESS -> List.of(below(value, false));
            case LESS_OR_EQUAL -> List.of(below(value, true));
            case BETWEEN -> List.of(new Interval(value, false, upper, false));
            case NOT_BETWEEN -> List.of(below(value, true), above(upper, true));
        };
        return new Condition(intervals.stream()
                .map(interval -> counted ? interval.fromZero() : interval)
                .filter(interval -> !interval.isEmpty())
                .toList());
    }

    private static Interval above(double value, boolean included) {
        return new Interval(value, included, INFINITE, false);
    }

    private static Interval below(double value, boolean included) {
        return new Interval(-INFINITE, false, value, included);
    }
}
