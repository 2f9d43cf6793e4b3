package io.meshwork.quality.engine.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A read-only transaction in PostgreSQL: all queries see the same data, and one that fails does not hinder the next. */
record Snapshot(Connection connection, Duration timeout) implements AutoCloseable {

    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is not told to the database here could be told by its owner, such as a search path with functions of his own. */
    static Snapshot open(DataSource source, Duration timeout) throws SQLException {
        Connection connection = source.getConnection();
        Snapshot snapshot = new Snapshot(connection, timeout);
        try {
            connection.setAutoCommit(false);
            snapshot.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            for (String setting : List.of(
                    "statement_timeout = " + timeout.toMillis(),
                    "lock_timeout = '5s'",
                    "search_path = pg_catalog",
                    "standard_conforming_strings = on",
                    "timezone = 'UTC'",
                    "datestyle = 'ISO, YMD'",
                    "extra_float_digits = 1")) {
                snapshot.execute("SET LOCAL " + setting);
            }
            return snapshot;
        } catch (SQLException e) {
            snapshot.close();
            throw e;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The numbers of the only row. */
    long[] numbers(String sql) throws SQLException {
        return query(sql, row -> {
                    long[] numbers = new long[row.getMetaData().getColumnCount()];
                    for (int i = 0; i < numbers.length; i++) {
                        numbers[i] = row.getLong(i + 1);
                    }
                    return numbers;
                })
                .getFirst();
    }

    <T> List<T> query(String sql, Row<T> reader, Object... parameters) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            connection.releaseSavepoint(before);
            return found;
        } catch (SQLException e) {
            undo(before, e);
            throw e;
        }
    }

    private void undo(Savepoint before, SQLException cause) {
        try {
            connection.rollback(before);
        } catch (SQLException alsoBroken) {
            cause.addSuppressed(alsoBroken);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
