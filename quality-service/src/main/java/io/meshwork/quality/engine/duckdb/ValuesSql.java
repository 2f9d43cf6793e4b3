package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.ValueRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A column of the compiled query: conditions on its values. */
record ValuesSql(String name, String sqlType) {

    private String text() {
        return sqlType.equals("VARCHAR") ? name : "CAST(" + name + " AS VARCHAR)";
    }

    private String number() {
        return TypeSql.isNumber(sqlType) ? name : TypeSql.number(text());
    }

    /** Rows that break the rule; a null value breaks none. */
    String breaks(ValueRule rule) {
        List<String> conditions = new ArrayList<>();
        if (rule.type() instanceof String type) {
            conditions.add(TypeSql.conforms(type, sqlType, text()));
        }
        if (!rule.validValues().isEmpty()) {
            conditions.add(isOneOf(rule.validValues()));
        }
        if (rule.pattern() instanceof String pattern) {
            conditions.add("regexp_matches(" + text() + ", " + SqlText.literal(pattern) + ")");
        }
        conditions.removeIf("TRUE"::equals);
        return conditions.isEmpty()
                ? "FALSE"
                : "(" + name + " IS NOT NULL AND NOT (" + String.join(" AND ", conditions) + "))";
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
