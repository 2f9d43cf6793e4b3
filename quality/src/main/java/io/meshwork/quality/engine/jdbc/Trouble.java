package io.meshwork.quality.engine.jdbc;

import java.sql.SQLException;

/** What a database says, fit for an event that everyone reads: without values from the data. */
enum Trouble {
    TIMEOUT,
    RIGHTS,
    LOGIN,
    /** Of the connection or the server; says nothing about data or query. */
    DATABASE,
    /** The expression is more than the database's own regular expressions can do. */
    PATTERN,
    QUERY;

    static Trouble of(SQLException e) {
        String state = e.getSQLState() == null ? "08" : e.getSQLState();
        return switch (state) {
            case "57014", "55P03" -> TIMEOUT;
            case "42501" -> RIGHTS;
            case "28000", "28P01", "3D000" -> LOGIN;
            case "2201B" -> PATTERN;
            default ->
                state.startsWith("08") || state.startsWith("53") || state.startsWith("57") || state.startsWith("40")
                        ? DATABASE
                        : QUERY;
        };
    }

    /** Errors of syntax and names tell no values; others may. */
    static String about(SQLException e) {
        String state = e.getSQLState();
        String line = e.getMessage() == null || state == null || !state.startsWith("42")
                ? "SQL state " + state
                : e.getMessage().lines().findFirst().orElse("");
        return "the database refuses the query: " + (line.length() > 300 ? line.substring(0, 300) + "…" : line);
    }
}
