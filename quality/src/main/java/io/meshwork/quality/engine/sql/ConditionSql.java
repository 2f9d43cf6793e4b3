package io.meshwork.quality.engine.sql;

import io.meshwork.contract.read.expression.Term;
import io.meshwork.contract.read.expression.Term.Comparison;
import io.meshwork.contract.read.expression.Term.Kind;
import io.meshwork.contract.read.expression.Term.Operation;
import io.meshwork.quality.check.Column;
import io.meshwork.quality.check.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An expression on a row as SQL, with the logic of SQL: unknown where a value it needs is null, or is not of the declared type.
 * Nothing in it can fail on any value.
 *
 * @param values where the values of a column are
 */
record ConditionSql(Dialect dialect, Measure.Inconsistent measure, Function<Column, ValuesSql> values) {

    /** What is told from binary fractions: sums of cents differ from each other in the sixteenth digit. */
    private static final String PRECISION = "1e-12";

    /** Beyond it, 64 bits have no numbers. */
    private static final String LARGEST = "1e300";

    private static final BigDecimal LARGEST_EXACT = BigDecimal.ONE.scaleByPowerOfTen(29);

    /** Type of a constant that is given as text. */
    private static final String WRITTEN = "unknown";

    /** Whether a row breaks the rule; unknown, which counts as no, where the expression is. */
    String isBroken() {
        return "NOT (" + condition(measure.term()) + ")";
    }

    private String condition(Term term) {
        return switch (term) {
            case Term.Compared compared -> compared(compared);
            case Term.OneOf(Term.FieldValue value, var options) ->
                plain(value) + " IN (" + options.stream().map(this::plain).collect(Collectors.joining(", ")) + ")";
            case Term.IsNull(Term.FieldValue field) -> value(field).name() + " IS NULL";
            case Term.HasPart(Term.Place place, Term text, Term part) -> hasPart(place, text(text), text(part));
            case Term.Matches(Term text, String pattern) -> dialect.matches(text(text), pattern);
            case Term.Both(Term left, Term right) -> "(" + condition(left) + " AND " + condition(right) + ")";
            case Term.Either(Term left, Term right) -> "(" + condition(left) + " OR " + condition(right) + ")";
            case Term.Not(Term of) -> "(NOT " + condition(of) + ")";
            case Term.Depending(Term when, Term then, Term otherwise) ->
                "CASE (" + condition(when) + ") WHEN TRUE THEN (" + condition(then) + ") WHEN FALSE THEN ("
                        + condition(otherwise) + ") END";
            case Term.Truth(boolean value) -> value ? "TRUE" : "FALSE";
            case Term.FieldValue field -> value(field).truth();
            case Term.NumberValue number -> throw noCondition(term);
            case Term.TextValue text -> throw noCondition(term);
            case Term.Micros micros -> throw noCondition(term);
            case Term.Calculated calculated -> throw noCondition(term);
            case Term.Negative negative -> throw noCondition(term);
            case Term.Absolute absolute -> throw noCondition(term);
            case Term.Length length -> throw noCondition(term);
            case Term.Joined joined -> throw noCondition(term);
        };
    }

    private static IllegalStateException noCondition(Term term) {
        return new IllegalStateException("neither true nor false: " + term);
    }

    // ---- comparisons --------------------------------------------------------------------------------------------

    private String compared(Term.Compared compared) {
        Term left = compared.left();
        Term right = compared.right();
        Comparison comparison = compared.comparison();
        return switch (left.kind()) {
            case BOOLEAN -> "((" + condition(left) + ")" + sign(comparison) + "(" + condition(right) + "))";
            case TEXT -> "(" + dialect.ordered(text(left)) + sign(comparison) + text(right) + ")";
            case TIME, DURATION -> "(" + micros(left) + sign(comparison) + micros(right) + ")";
            case NUMBER ->
                isPlain(left) && isPlain(right)
                        ? "(" + plain(left) + sign(comparison) + plain(right) + ")"
                        : nearly(comparison, calculated(left), calculated(right));
        };
    }

    private static String sign(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> " = ";
            case NOT_EQUAL -> " <> ";
            case LESS -> " < ";
            case LESS_OR_EQUAL -> " <= ";
            case GREATER -> " > ";
            case GREATER_OR_EQUAL -> " >= ";
        };
    }

    /** What was calculated is equal within the precision of the calculation; what is too large for it is unknown. */
    private static String nearly(Comparison comparison, String left, String right) {
        String larger = "greatest(1, abs(" + left + "), abs(" + right + "))";
        String difference = "(" + left + " - " + right + ")";
        String precision = PRECISION + " * " + larger;
        String holds = switch (comparison) {
            case EQUAL -> "abs" + difference + " <= " + precision;
            case NOT_EQUAL -> "abs" + difference + " > " + precision;
            case LESS -> difference + " < -" + precision;
            case LESS_OR_EQUAL -> difference + " <= " + precision;
            case GREATER -> difference + " > " + precision;
            case GREATER_OR_EQUAL -> difference + " >= -" + precision;
        };
        return "(CASE WHEN " + larger + " < " + LARGEST + " THEN " + holds + " END)";
    }

    // ---- values -------------------------------------------------------------------------------------------------

    /** Whether nothing is calculated, so that numbers are compared by their digits. */
    private static boolean isPlain(Term term) {
        return switch (term) {
            case Term.FieldValue field -> true;
            case Term.NumberValue number -> true;
            case Term.Length length -> true;
            case Term.Negative(Term of) -> isPlain(of);
            case Term.Absolute(Term of) -> isPlain(of);
            default -> false;
        };
    }

    private String plain(Term term) {
        return switch (term) {
            case Term.Negative(Term of) when of.kind() == Kind.NUMBER -> "(-" + plain(of) + ")";
            case Term.Absolute(Term of) when of.kind() == Kind.NUMBER -> "abs(" + plain(of) + ")";
            case Term.Length(Term text) -> "length(" + text(text) + ")";
            case Term.NumberValue(BigDecimal value) -> exact(value);
            case Term.FieldValue field
            when field.kind() == Kind.NUMBER -> value(field).exact();
            default -> term.kind() == Kind.TEXT ? text(term) : micros(term);
        };
    }

    private static String exact(BigDecimal value) {
        return value.abs().compareTo(LARGEST_EXACT) < 0
                ? "CAST('" + value.setScale(9, RoundingMode.HALF_UP).toPlainString() + "' AS decimal(38, 9))"
                : "CAST(NULL AS decimal(38, 9))";
    }

    private String calculated(Term term) {
        return switch (term) {
            case Term.Calculated(Operation operation, Term left, Term right, Kind kind) ->
                "(" + calculated(left) + operator(operation) + divisor(operation, calculated(right)) + ")";
            case Term.Negative(Term of) -> "(-" + calculated(of) + ")";
            case Term.Absolute(Term of) -> "abs(" + calculated(of) + ")";
            case Term.Length(Term text) -> dialect.calculable("length(" + text(text) + ")", WRITTEN);
            case Term.NumberValue(BigDecimal value) -> dialect.constant(SqlText.literal(value.toString()));
            case Term.FieldValue field -> value(field).calculable();
            default -> throw new IllegalStateException("no number: " + term);
        };
    }

    private static String operator(Operation operation) {
        return switch (operation) {
            case PLUS -> " + ";
            case MINUS -> " - ";
            case TIMES -> " * ";
            case DIVIDED_BY -> " / ";
        };
    }

    /** What is divided by zero is unknown. */
    private static String divisor(Operation operation, String number) {
        return operation == Operation.DIVIDED_BY ? "nullif(" + number + ", 0)" : number;
    }

    private String micros(Term term) {
        return switch (term) {
            case Term.Calculated(Operation operation, Term left, Term right, Kind kind) ->
                "(" + micros(left) + operator(operation) + micros(right) + ")";
            case Term.Negative(Term of) -> "(-" + micros(of) + ")";
            case Term.Absolute(Term of) -> "abs(" + micros(of) + ")";
            case Term.Micros(long value, Kind kind) -> dialect.whole(String.valueOf(value));
            case Term.FieldValue field -> value(field).micros(field.type());
            default -> throw new IllegalStateException("no time: " + term);
        };
    }

    private String text(Term term) {
        return switch (term) {
            case Term.TextValue(String value) -> SqlText.literal(value);
            case Term.Joined(Term left, Term right) -> "(" + text(left) + " || " + text(right) + ")";
            case Term.FieldValue field -> value(field).text();
            default -> throw new IllegalStateException("no text: " + term);
        };
    }

    private static String hasPart(Term.Place place, String text, String part) {
        return switch (place) {
            case START -> "starts_with(" + text + ", " + part + ")";
            case END -> "(right(" + text + ", CAST(length(" + part + ") AS integer)) = " + part + ")";
            case ANYWHERE -> "(strpos(" + text + ", " + part + ") > 0)";
        };
    }

    private ValuesSql value(Term.FieldValue field) {
        return values.apply(measure.column(field.path()));
    }
}
