package io.meshwork.quality.engine.duckdb;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names and values as SQL text that cannot be anything but a name or a value. */
final class SqlText {

    private SqlText() {}

    static String identifier(String name) {
        return '"' + withoutNul(name).replace("\"", "\"\"") + '"';
    }

    static String literal(String value) {
        return '\'' + withoutNul(value).replace("'", "''") + '\'';
    }

    static String literals(Collection<String> values) {
        return values.stream().map(SqlText::literal).collect(Collectors.joining(", "));
    }

    /** DuckDB's parser ends the text at a NUL. */
    private static String withoutNul(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
