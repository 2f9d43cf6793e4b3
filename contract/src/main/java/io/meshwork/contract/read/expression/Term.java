package io.meshwork.contract.read.expression;

import java.math.BigDecimal;
import java.util.List;

/**
 * A part of an expression whose types fit. A {@link Condition} stands in no number, text or time, so that what an expression is
 * translated into grows with it and not faster.
 */
public sealed interface Term {

    Kind kind();

    /** What a value is, whatever the storage's type. */
    enum Kind {
        NUMBER("a number"),
        TEXT("text"),
        BOOLEAN("true or false"),
        TIME("a point in time"),
        DURATION("a duration");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * The value of a field; a date is the point in time at which it begins in UTC.
     *
     * @param path dotted name of the field
     * @param type its logical type
     */
    record FieldValue(String path, String type, Kind kind) implements Term {}

    record NumberValue(BigDecimal value) implements Term {

        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }
    }

    record TextValue(String value) implements Term {

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }
    }

    record Truth(boolean value) implements Term {

        @Override
        public Kind kind() {
            return Kind.BOOLEAN;
        }
    }

    /** A point in time, in microseconds from 1970 in UTC, or a duration in microseconds. */
    record Micros(long value, Kind kind) implements Term {}

    /** Of numbers, or of points in time and durations. */
    record Calculated(Operation operation, Term left, Term right, Kind kind) implements Term {}

    enum Operation {
        PLUS,
        MINUS,
        TIMES,
        DIVIDED_BY
    }

    record Negative(Term of) implements Term {

        @Override
        public Kind kind() {
            return of.kind();
        }
    }

    record Absolute(Term of) implements Term {

        @Override
        public Kind kind() {
            return of.kind();
        }
    }

    /** In characters. */
    record Length(Term text) implements Term {

        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }
    }

    record Joined(Term left, Term right) implements Term {

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }
    }

    /** What says yes or no of a row, or neither when a value it needs is null. */
    sealed interface Condition extends Term {

        @Override
        default Kind kind() {
            return Kind.BOOLEAN;
        }
    }

    record Compared(Comparison comparison, Term left, Term right) implements Condition {}

    enum Comparison {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }

    /** @param options constants */
    record OneOf(FieldValue value, List<Term> options) implements Condition {

        public OneOf {
            options = List.copyOf(options);
        }
    }

    record IsNull(FieldValue field) implements Condition {}

    record HasPart(Place place, Term text, Term part) implements Condition {}

    enum Place {
        START,
        END,
        ANYWHERE
    }

    /** @param pattern regular expression (RE2) that must be found in the text */
    record Matches(Term text, String pattern) implements Condition {}

    record Both(Term left, Term right) implements Condition {}

    record Either(Term left, Term right) implements Condition {}

    record Not(Term of) implements Condition {}

    record Depending(Term condition, Term then, Term otherwise) implements Condition {}
}
