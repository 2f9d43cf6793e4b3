package io.meshwork.quality.engine.sql;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names and values as SQL text that cannot be anything but a name or a value. */
public final class SqlText {

    private SqlText() {}

    public static String identifier(String name) {
        return '"' + withoutNul(name).replace("\"", "\"\"") + '"';
    }

    public static String literal(String value) {
        return '\'' + withoutNul(value).replace("'", "''") + '\'';
    }

    public static String literals(Collection<String> values) {
        return values.stream().map(SqlText::literal).collect(Collectors.joining(", "));
    }

    /** The values as {@code c0, c1, …}; rows without values when there are none. */
    public static String select(List<String> values, String source) {
        String columns = IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i) + " AS c" + i)
                .collect(Collectors.joining(", "));
        return "SELECT " + (columns.isEmpty() ? "1" : columns) + " FROM " + source;
    }

    /** With spaces around it. */
    public static String comparison(boolean lower, boolean inclusive) {
        return (lower ? " >" : " <") + (inclusive ? "= " : " ");
    }

    /** DuckDB's parser ends the text at a NUL. */
    private static String withoutNul(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
