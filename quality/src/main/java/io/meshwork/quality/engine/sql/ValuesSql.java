package io.meshwork.quality.engine.sql;

import io.meshwork.contract.read.expression.Term.Kind;
import io.meshwork.quality.check.Constraint;
import io.meshwork.quality.check.ValueRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A column of the compiled query: conditions on its values. */
record ValuesSql(Dialect dialect, String name, String sqlType) {

    static final String NEVER = "FALSE";

    String text() {
        return dialect.text(name, sqlType);
    }

    private String number() {
        return dialect.number(name, sqlType);
    }

    /** The value as what it is compared as, null where it is none. */
    String as(Kind kind, String declared) {
        return switch (kind) {
            case NUMBER -> exact();
            case TIME, DURATION -> micros(declared);
            case BOOLEAN -> truth();
            case TEXT -> text();
        };
    }

    String truth() {
        return "CASE WHEN lower(%1$s) IN ('true', 't', '1') THEN TRUE WHEN lower(%1$s) IN ('false', 'f', '0') THEN FALSE END"
                .formatted(text());
    }

    String exact() {
        return dialect.exact(name, sqlType);
    }

    String calculable() {
        return dialect.calculable(name, sqlType);
    }

    String micros(String declared) {
        return dialect.micros(declared, name, sqlType);
    }

    /** Rows that break the rule, {@link #NEVER} where the type of the column leaves none; a null value breaks none. */
    String breaks(ValueRule rule) {
        List<String> conditions = new ArrayList<>();
        if (rule.type() instanceof String type) {
            conditions.add(dialect.conforms(type, name, sqlType));
        }
        if (!rule.validValues().isEmpty()) {
            conditions.add(isOneOf(rule.validValues()));
        }
        if (rule.pattern() instanceof String pattern) {
            conditions.add(dialect.matches(text(), pattern));
        }
        rule.constraints().forEach(constraint -> conditions.add(holds(constraint)));
        conditions.removeIf("TRUE"::equals);
        if (conditions.isEmpty()) {
            return NEVER;
        }
        List<String> judged = new ArrayList<>(List.of(name + " IS NOT NULL"));
        rule.given().stream()
                .map(this::holds)
                .filter(condition -> !condition.equals("TRUE"))
                .forEach(judged::add);
        return "(" + String.join(" AND ", judged) + " AND NOT (" + String.join(" AND ", conditions) + "))";
    }

    /** A condition that is never null for a value that is not null. */
    private String holds(Constraint constraint) {
        return switch (constraint) {
            case Constraint.OfType(String type) -> dialect.conforms(type, name, sqlType);
            case Constraint.Length(Integer least, Integer most) ->
                "length(" + text() + ") BETWEEN " + (least == null ? 0 : least) + " AND "
                        + (most == null ? Integer.MAX_VALUE : most);
            case Constraint.NumberBound(BigDecimal value, boolean lower, boolean inclusive) ->
                "coalesce(" + number() + SqlText.comparison(lower, inclusive) + value.toPlainString() + ", FALSE)";
            case Constraint.TimeBound bound -> dialect.isWithin(bound, name, sqlType);
            case Constraint.MultipleOf(BigDecimal step) -> {
                String times = "(CAST(" + number() + " AS DOUBLE PRECISION) / " + step.toPlainString() + ")";
                yield "coalesce(abs(%1$s - round(%1$s)) <= 1e-9 * greatest(1, abs(%1$s)), FALSE)".formatted(times);
            }
            case Constraint.Matches(String pattern) -> dialect.matches(text(), pattern);
            case Constraint.Readable(String format) -> dialect.isReadable(format, name, sqlType);
        };
    }

    String isMissing(List<Object> placeholders) {
        String isNull = name + " IS NULL";
        return placeholders.isEmpty() ? isNull : "(" + isNull + " OR " + isOneOf(placeholders) + ")";
    }

    /** Numbers are compared as numbers, so that 5 is 5.0; everything else as text. */
    private String isOneOf(List<Object> values) {
        String numbers = values.stream()
                .filter(Number.class::isInstance)
                .map(number -> new BigDecimal(number.toString()).toPlainString())
                .collect(Collectors.joining(", "));
        List<String> texts = values.stream()
                .filter(value -> !(value instanceof Number))
                .map(Objects::toString)
                .toList();
        List<String> options = new ArrayList<>();
        if (!texts.isEmpty()) {
            options.add(text() + " IN (" + SqlText.literals(texts) + ")");
        }
        if (!numbers.isEmpty()) {
            options.add("coalesce(" + number() + " IN (" + numbers + "), FALSE)");
        }
        return "(" + String.join(" OR ", options) + ")";
    }
}
