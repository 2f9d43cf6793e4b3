package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.engine.sql.SqlText;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets through one SELECT on the data and nothing else. DuckDB runs every statement of a text, and its permission to read a file is
 * one to write it, so the text is parsed by DuckDB itself and its tree is looked at before it is run.
 */
final class SelectOnly {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> TABLE_FUNCTIONS = Set.of("range", "generate_series", "unnest");

    private final Queries queries;

    SelectOnly(Queries queries) {
        this.queries = queries;
    }

    sealed interface Verdict {}

    record Allowed() implements Verdict {}

    record Refused(String reason) implements Verdict {}

    Verdict judge(String sql, List<String> relation) throws SQLException {
        JsonNode tree = JSON.readTree(queries.strings("SELECT json_serialize_sql(" + SqlText.literal(sql) + ")")
                .getFirst());
        if (tree.path("error").asBoolean()) {
            return new Refused("the query is not one SELECT: "
                    + tree.path("error_message").asString().lines().findFirst().orElse(""));
        }
        if (tree.path("statements").size() != 1) {
            return new Refused("the query has " + tree.path("statements").size() + " statements; write one SELECT");
        }
        Set<String> known = new HashSet<>();
        relation.forEach(name -> known.add(lower(name)));
        collectCommonTables(tree, known);
        return firstForbidden(tree, known).<Verdict>map(Refused::new).orElseGet(Allowed::new);
    }

    private static void collectCommonTables(JsonNode node, Set<String> names) {
        for (JsonNode entry : node.path("cte_map").path("map")) {
            names.add(lower(entry.path("key").asString()));
        }
        node.forEach(child -> collectCommonTables(child, names));
    }

    private static Optional<String> firstForbidden(JsonNode node, Set<String> known) {
        return forbidden(node, known)
                .or(() -> children(node).stream()
                        .map(child -> firstForbidden(child, known))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Collection<JsonNode> children(JsonNode node) {
        return node.isContainer() ? node.values() : List.of();
    }

    private static Optional<String> forbidden(JsonNode node, Set<String> known) {
        return switch (node.path("type").asString("")) {
            case "BASE_TABLE" ->
                isKnown(node, known)
                        ? Optional.empty()
                        : Optional.of("the query reads `"
                                + node.path("table_name").asString() + "`; it can only read the dataset, as {object}");
            case "TABLE_FUNCTION" ->
                isHarmless(node)
                        ? Optional.empty()
                        : Optional.of("the query calls the table function `"
                                + node.path("function").path("function_name").asString()
                                + "`; it can only read the dataset, as {object}");
            case "SHOW_REF" -> Optional.of("the query describes tables; write a SELECT that returns a number");
            default -> Optional.empty();
        };
    }

    private static boolean isKnown(JsonNode table, Set<String> known) {
        return table.path("schema_name").asString("").isEmpty()
                && table.path("catalog_name").asString("").isEmpty()
                && known.contains(lower(table.path("table_name").asString()));
    }

    private static boolean isHarmless(JsonNode node) {
        return TABLE_FUNCTIONS.contains(
                lower(node.path("function").path("function_name").asString("")));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
