package io.meshwork.quality.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills the placeholders that ODCS contracts use in SQL: {@code {object}}, {@code {table}}, {@code {model}} stand for the
 * dataset, {@code {property}}, {@code {column}}, {@code {field}} for the checked column, each with or without a dollar sign.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\"?\\$?\\{\\s*(object|table|model|property|column|field)\\s*}\"?");

    sealed interface Result {}

    record Filled(String sql) implements Result {}

    record Unfillable(String reason) implements Result {}

    private Placeholders() {}

    static Result fill(String query, String dataset, List<Column> columns) {
        Optional<String> column = columns.size() == 1 ? Optional.of(quoted(columns.getFirst())) : Optional.empty();
        if (column.isEmpty() && PLACEHOLDER.matcher(query).results().anyMatch(Placeholders::isColumn)) {
            return new Unfillable("the query has a placeholder for a column, but the check is on the whole dataset; "
                    + "write the column's name, or move the check to a property");
        }
        return new Filled(PLACEHOLDER.matcher(query).replaceAll(match -> {
            String name = isColumn(match) ? column.orElseThrow() : quoted(dataset);
            return java.util.regex.Matcher.quoteReplacement(name);
        }));
    }

    private static boolean isColumn(MatchResult match) {
        return switch (match.group(1)) {
            case "property", "column", "field" -> true;
            default -> false;
        };
    }

    private static String quoted(Column column) {
        return column.path().stream().map(Placeholders::quoted).collect(Collectors.joining("."));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
