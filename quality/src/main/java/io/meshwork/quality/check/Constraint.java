package io.meshwork.quality.check;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the schema demands of a value: its type, and what the type options say besides (ODCS: {@code logicalTypeOptions}). */
public sealed interface Constraint {

    /** A value of this logical type. */
    record OfType(String type) implements Constraint {}

    /** Characters of the text; null for no bound. */
    record Length(@Nullable Integer least, @Nullable Integer most) implements Constraint {}

    /**
     * A bound of numbers.
     *
     * @param lower whether values lie above it
     * @param inclusive whether the bound itself is valid
     */
    record NumberBound(BigDecimal value, boolean lower, boolean inclusive) implements Constraint {}

    /** A bound of dates, times or timestamps, as the contract writes it; one that is none of these bounds nothing. */
    record TimeBound(String type, String value, boolean lower, boolean inclusive) implements Constraint {}

    /** Numbers are whole multiples of it, up to the precision of 64-bit floating point. */
    record MultipleOf(BigDecimal step) implements Constraint {}

    /** Text in which this is found. */
    record Matches(String pattern) implements Constraint {}

    /** Text from which a date or time can be read, with conversion specifiers such as {@code %Y-%m-%d}. */
    record Readable(String format) implements Constraint {}
}
