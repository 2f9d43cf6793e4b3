package io.meshwork.cli.importing.source.duckdb;

/** Values as SQL text that cannot be anything but a value. */
final class SqlText {

    private SqlText() {}

    /** DuckDB's parser ends the text at a NUL. */
    static String literal(String value) {
        return '\'' + value.replace('\0', '\uFFFD').replace("'", "''") + '\'';
    }
}
