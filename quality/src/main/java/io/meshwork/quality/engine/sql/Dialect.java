package io.meshwork.quality.engine.sql;

import io.meshwork.quality.check.Constraint;

/**
 * What databases write differently about a value. The {@code value} is an expression for it, {@code type} its type as the database
 * calls it. No condition is null for a value that is not null, and none fails on any value.
 */
public interface Dialect {

    String text(String value, String type);

    /** The value as a number, null where it is none. */
    String number(String value, String type);

    /** Whether the value is of a logical type of the contract; {@code TRUE} for one that is not known. */
    String conforms(String declared, String value, String type);

    /** Whether a regular expression (RE2) is found in a text. */
    String matches(String text, String pattern);

    /** A bound that is no time bounds nothing. */
    String isWithin(Constraint.TimeBound bound, String value, String type);

    /** The value as a number with nine digits after the point and 29 before it, to be compared; null where it is none. */
    String exact(String value, String type);

    /** The value as a finite number to calculate with, null where it is none. Calculating with such numbers never fails. */
    String calculable(String value, String type);

    /** A number, given as text in quotes, to calculate with. */
    String constant(String number);

    /** Microseconds from 1970 in UTC of a value that is declared as a date or timestamp, null where it is none. */
    String micros(String declared, String value, String type);

    /** A whole number of 64 bits, of a type whose sums and differences never fail. */
    String whole(String number);

    /** A text whose order is that of its bytes. */
    String ordered(String text);

    /** Whether a date or time can be read by the format; what is of such a type is one already. */
    String isReadable(String format, String value, String type);
}
