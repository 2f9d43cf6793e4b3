package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Column;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file as something that SQL can read. */
interface Relation {

    /** Names of the columns that are there, as the file writes them, with their SQL types. */
    Map<String, String> columns();

    /** Table function for our own SQL: cells of text formats as they are written, no guessing of types. */
    String source(List<String> wanted);

    /** The value of a column in {@link #source}; null when this format has no nested values. */
    @Nullable
    String value(Column column);

    /** SQL type of that value. */
    default String sqlType(Column column) {
        return "VARCHAR";
    }

    /** Table function for an author's SQL, with types as DuckDB finds them. */
    String typedSource();

    /** The name in the file for a name in the contract: the same, else the same but for case; null when there is none. */
    default @Nullable String actualName(String name) {
        if (columns().containsKey(name)) {
            return name;
        }
        return columns().keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(null);
    }
}
