package io.meshwork.benchmarks.table;

import java.util.Locale;

/**
 * One measured value beside its baseline.
 *
 * @param baseline in the same unit, taken in the same run
 * @param ratio of the value to the baseline
 * @param goal what the project promises
 * @param reached "yes" or "no"; a dash when there is no goal
 */
public record Figure(String measured, String value, String baseline, String ratio, String goal, String reached) {

    private static final String NONE = "–";

    /** Starts from what was measured; in the unit that its format names, such as {@code "%.1f ms"}. */
    public static Measured of(String measured, String format, double value) {
        return new Measured(measured, format, value);
    }

    /** A figure in the making. */
    public record Measured(String measured, String format, double value) {

        public Against against(double baseline) {
            return new Against(this, text(baseline), two(value / baseline), value / baseline);
        }

        public Against withoutBaseline() {
            return new Against(this, NONE, NONE, Double.NaN);
        }

        String text(double number) {
            return String.format(Locale.ROOT, format, number);
        }
    }

    /** A figure that knows its baseline. */
    public record Against(Measured figure, String baseline, String ratio, double quotient) {

        public Figure withoutGoal() {
            return figure(NONE, NONE);
        }

        public Figure below(double goal) {
            return figure("< " + figure.text(goal), yes(figure.value < goal));
        }

        public Figure atMost(double goal) {
            return figure("≤ " + figure.text(goal), yes(figure.value <= goal));
        }

        public Figure atLeast(double goal) {
            return figure("≥ " + figure.text(goal), yes(figure.value >= goal));
        }

        public Figure ratioAtLeast(double goal) {
            return figure("ratio ≥ " + two(goal), yes(quotient >= goal));
        }

        public Figure ratioAtMost(double goal) {
            return figure("ratio ≤ " + two(goal), yes(quotient <= goal));
        }

        private Figure figure(String goal, String reached) {
            return new Figure(figure.measured, figure.text(figure.value), baseline, ratio, goal, reached);
        }
    }

    private static String yes(boolean reached) {
        return reached ? "yes" : "no";
    }

    private static String two(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
