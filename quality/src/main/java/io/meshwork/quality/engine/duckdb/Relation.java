package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Column;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file as something that SQL can read. */
interface Relation {

    /** Names of the columns that are there, as the file writes them. */
    Set<String> columns();

    /** SQL for the rows with the values of these columns as {@code c0, c1, …}; text formats give them as they are written. */
    String rows(List<Column> wanted);

    /** SQL type of a value in {@link #rows}. */
    String sqlType(Column column);

    /** Whether the format has values inside values. */
    boolean hasNestedValues();

    /** SQL for an author's query to read from, with types as DuckDB finds them. */
    String typed();

    /** The name in the file for a name in the contract: the same, else the same but for case; null when there is none. */
    default @Nullable String actualName(String name) {
        if (columns().contains(name)) {
            return name;
        }
        return columns().stream().filter(name::equalsIgnoreCase).findFirst().orElse(null);
    }
}
