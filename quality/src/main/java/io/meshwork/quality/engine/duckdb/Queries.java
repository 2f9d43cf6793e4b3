package io.meshwork.quality.engine.duckdb;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs SQL on one connection, each query within the time limit. */
record Queries(Connection connection, Duration timeout) {

    private interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    Map<String, String> pairs(String sql) throws SQLException {
        return query(sql, rows -> {
            Map<String, String> pairs = new LinkedHashMap<>();
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
            return pairs;
        });
    }

    List<String> strings(String sql) throws SQLException {
        return query(sql, rows -> {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        });
    }

    /** The numbers of the only row. */
    long[] numbers(String sql) throws SQLException {
        return query(sql, rows -> {
            long[] numbers = new long[rows.getMetaData().getColumnCount()];
            rows.next();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = rows.getLong(i + 1);
            }
            return numbers;
        });
    }

    /** At most two rows of what someone else's query returns. */
    List<List<Object>> firstTwoRows(String sql) throws SQLException {
        return query(sql, rows -> {
            List<List<Object>> result = new ArrayList<>();
            int width = rows.getMetaData().getColumnCount();
            while (result.size() < 2 && rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    row.add(rows.getObject(i));
                }
                result.add(row);
            }
            return result;
        });
    }

    /** The only row of a query that aggregates; lists as lists. */
    List<@Nullable Object> onlyRow(String sql) throws SQLException {
        return query(sql, rows -> {
            rows.next();
            return row(rows);
        });
    }

    /** What a query returns as text, which its author has limited. */
    List<List<@Nullable String>> texts(String sql) throws SQLException {
        return query(sql, rows -> {
            List<List<@Nullable String>> texts = new ArrayList<>();
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    row.add(rows.getString(i));
                }
                texts.add(row);
            }
            return texts;
        });
    }

    private static List<@Nullable Object> row(ResultSet rows) throws SQLException {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            row.add(value(rows.getObject(i)));
        }
        return row;
    }

    private static @Nullable Object value(@Nullable Object value) throws SQLException {
        if (!(value instanceof Array array)) {
            return value;
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (Object inside : (@Nullable Object[]) array.getArray()) {
            values.add(value(inside));
        }
        return values;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private <T> T query(String sql, Reader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) timeout.toSeconds());
            try (ResultSet rows = statement.executeQuery(sql)) {
                return reader.read(rows);
            }
        }
    }
}
