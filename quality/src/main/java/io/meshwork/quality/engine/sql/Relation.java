package io.meshwork.quality.engine.sql;

import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.quality.check.Column;
import io.meshwork.quality.check.Measure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows that SQL can read. */
public interface Relation {

    int LISTED = 30;

    /** Names of the columns that are there, as the data writes them. */
    Set<String> columns();

    /** SQL for the rows with the values of these columns as {@code c0, c1, …}; text formats give them as they are written. */
    String rows(List<Column> wanted);

    /** SQL type of a value in {@link #rows}. */
    String sqlType(Column column);

    /** Whether this column may have values inside its values. */
    boolean hasNestedValues(Column column);

    /** The name in the data for a name in the contract: the same, else the same but for case; null when there is none. */
    default @Nullable String actualName(String name) {
        if (columns().contains(name)) {
            return name;
        }
        return columns().stream().filter(name::equalsIgnoreCase).findFirst().orElse(null);
    }

    default boolean has(Column column) {
        return actualName(column.top()) != null && (!column.isNested() || hasNestedValues(column));
    }

    /** Whether each row says itself which fields it has: one that no row has is null in all of them. */
    default boolean isOpen() {
        return false;
    }

    /** Why it cannot be measured here, fit for the author of the contract. */
    default Optional<String> flaw(Measure measure) {
        return measure.columns()
                .filter(column -> !has(column) && !(isOpen() && measure.isOptional()))
                .map(column -> actualName(column.top()) == null
                        ? noSuchColumn(column.top())
                        : "the field `" + column + "` is nested, which the format of the data is not")
                .findFirst();
    }

    private String noSuchColumn(String name) {
        Set<String> columns = columns();
        String listed = columns.stream().limit(LISTED).collect(Collectors.joining(", "));
        String more = columns.size() > LISTED ? " and " + (columns.size() - LISTED) + " more" : "";
        return "the data has no column `" + name + "`. " + Suggestions.didYouMean(name, columns) + "It has: " + listed
                + more;
    }
}
