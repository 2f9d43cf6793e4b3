package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.engine.DecimalType;
import io.meshwork.quality.engine.sql.SqlText;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An array of objects, or objects one after the other. Its columns are the keys that any object has; a JSON null is null. Values
 * are taken out of the objects by path, which is five times as fast as having DuckDB make columns of them.
 */
record JsonFile(Path path, Set<String> columns, Map<String, DecimalType> decimals) implements FileRelation {

    private static final int FIRST_OBJECTS = 1000;
    private static final int MOST_DIGITS = 38;

    /** @param wanted when the first objects have all of these keys, the others are not asked for theirs */
    static JsonFile open(Path path, Map<String, DecimalType> decimals, Collection<String> wanted, Queries queries)
            throws SQLException {
        String all = "SELECT json FROM " + objects(path);
        Set<String> first = keys(all + " LIMIT " + FIRST_OBJECTS, queries);
        return new JsonFile(path, first.containsAll(wanted) ? first : keys(all, queries), decimals);
    }

    private static Set<String> keys(String objects, Queries queries) throws SQLException {
        return new LinkedHashSet<>(
                queries.strings("SELECT key FROM (SELECT unnest(json_keys(json)) AS key, count(*) AS n FROM (" + objects
                        + ") GROUP BY key) ORDER BY n DESC, key"));
    }

    private static String objects(Path path) {
        return "read_json_objects(" + SqlText.literal(path.toString()) + ", hive_partitioning = false)";
    }

    @Override
    public String rows(List<Column> wanted) {
        if (wanted.isEmpty()) {
            return SqlText.select(List.of(), objects(path));
        }
        String paths =
                wanted.stream().map(JsonFile::pointer).map(SqlText::literal).collect(Collectors.joining(", "));
        return SqlText.select(
                IntStream.rangeClosed(1, wanted.size())
                        .mapToObj(i -> "v[" + i + "]")
                        .toList(),
                "(SELECT json_extract_string(json, [" + paths + "]) AS v FROM " + objects(path) + ")");
    }

    /** RFC 6901. */
    private static String pointer(Column column) {
        return column.path().stream()
                .map(key -> "/" + key.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    @Override
    public String sqlType(Column column) {
        return "VARCHAR";
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean hasNestedValues(Column column) {
        return true;
    }

    /** Decimals of more digits than DuckDB has stay text. */
    @Override
    public String typed() {
        String numbers = decimals.entrySet().stream()
                .filter(column -> columns.contains(column.getKey()))
                .filter(column -> digits(column.getValue()) <= MOST_DIGITS)
                .map(column -> "CAST(%1$s AS DECIMAL(%2$d, %3$d)) AS %1$s"
                        .formatted(
                                SqlText.identifier(column.getKey()),
                                digits(column.getValue()),
                                column.getValue().scale()))
                .collect(Collectors.joining(", "));
        return "SELECT *" + (numbers.isEmpty() ? "" : " REPLACE (" + numbers + ")") + " FROM read_json("
                + SqlText.literal(path.toString()) + ", hive_partitioning = false)";
    }

    private static long digits(DecimalType decimal) {
        return (long) decimal.whole() + decimal.scale();
    }
}
