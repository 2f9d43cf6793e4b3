package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Column;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An array of objects, or objects one after the other. Its columns are the keys that any object has. */
record JsonFile(Path path, Map<String, String> columns) implements Relation {

    static JsonFile open(Path path, Queries queries) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        queries.strings("SELECT key FROM (SELECT unnest(json_keys(json)) AS key, count(*) AS n FROM read_json_objects("
                        + file(path) + ") GROUP BY key) ORDER BY n DESC, key")
                .forEach(name -> columns.put(name, "VARCHAR"));
        return new JsonFile(path, columns);
    }

    private static String file(Path path) {
        return SqlText.literal(path.toString()) + ", hive_partitioning = false";
    }

    @Override
    public String source(List<String> wanted) {
        String first = columns.keySet().iterator().next();
        String names = (wanted.isEmpty() ? List.of(first) : wanted)
                .stream().map(name -> SqlText.literal(name) + ": 'JSON'").collect(Collectors.joining(", "));
        return "read_json(" + file(path) + ", columns = {" + names + "})";
    }

    /** As text; a JSON null is null. */
    @Override
    public @Nullable String value(Column column) {
        String pointer = column.path().stream()
                .skip(1)
                .map(key -> "/" + key.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
        return "(" + SqlText.identifier(column.top()) + " ->> " + SqlText.literal(pointer.isEmpty() ? "$" : pointer)
                + ")";
    }

    @Override
    public String typedSource() {
        return "read_json(" + file(path) + ")";
    }
}
