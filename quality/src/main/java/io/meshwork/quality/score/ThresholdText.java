package io.meshwork.quality.score;

import io.meshwork.contract.model.Threshold;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Conditions and numbers for people. */
final class ThresholdText {

    private ThresholdText() {}

    static String of(Threshold threshold) {
        String value = number(threshold.value());
        String upper = threshold.upper() == null ? "" : number(threshold.upper());
        String condition = switch (threshold.operator()) {
            case EQUAL -> "= " + value;
            case NOT_EQUAL -> "!= " + value;
            case GREATER -> "> " + value;
            case GREATER_OR_EQUAL -> ">= " + value;
            case LESS -> "< " + value;
            case LESS_OR_EQUAL -> "<= " + value;
            case BETWEEN -> "> " + value + " and < " + upper;
            case NOT_BETWEEN -> "<= " + value + " or >= " + upper;
        };
        return threshold.percent() ? condition + " (percent)" : condition;
    }

    static String inWords(Threshold threshold) {
        String unit = threshold.percent() ? " percent" : "";
        String value = number(threshold.value()) + unit;
        String upper = threshold.upper() == null ? "" : number(threshold.upper()) + unit;
        return switch (threshold.operator()) {
            case EQUAL -> value;
            case NOT_EQUAL -> "anything but " + value;
            case GREATER -> "more than " + value;
            case GREATER_OR_EQUAL -> "at least " + value;
            case LESS -> "less than " + value;
            case LESS_OR_EQUAL -> "at most " + value;
            case BETWEEN -> "more than " + value + " and less than " + upper;
            case NOT_BETWEEN -> "at most " + value + " or at least " + upper;
        };
    }

    /** At most six digits after the point, without trailing zeros. */
    static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
