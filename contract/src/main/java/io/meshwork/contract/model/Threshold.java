package io.meshwork.contract.model;

import org.jspecify.annotations.Nullable;

/**
 * A condition on a measured value (ODCS operators {@code mustBe…}).
 *
 * @param value the bound; the lower bound of a range
 * @param upper the upper bound of a range, null otherwise
 * @param percent the bounds are percentages of the rows, 0..100
 */
public record Threshold(
        Operator operator, double value, @Nullable Double upper, boolean percent) {

    /** {@code BETWEEN} and {@code NOT_BETWEEN} exclude their bounds, as ODCS v3.1 says. */
    public enum Operator {
        EQUAL,
        NOT_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        BETWEEN,
        NOT_BETWEEN
    }

    public boolean holds(double measured) {
        return switch (operator) {
            case EQUAL -> measured == value;
            case NOT_EQUAL -> measured != value;
            case GREATER -> measured > value;
            case GREATER_OR_EQUAL -> measured >= value;
            case LESS -> measured < value;
            case LESS_OR_EQUAL -> measured <= value;
            case BETWEEN -> measured > value && measured < bound();
            case NOT_BETWEEN -> measured <= value || measured >= bound();
        };
    }

    private double bound() {
        return upper != null ? upper : Double.POSITIVE_INFINITY;
    }
}
