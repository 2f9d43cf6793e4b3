package io.meshwork.cli.importing.source.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A DuckDB in memory that can read one file and nothing else: no network, no extensions, no other file, no change of settings,
 * and no more than half a GiB of memory whatever the file holds. The order of the settings matters, each would undo or forbid a
 * later one.
 */
final class ConfinedDatabase implements AutoCloseable {

    private final Connection connection;
    private final Path spill;

    private ConfinedDatabase(Connection connection, Path spill) {
        this.connection = connection;
        this.spill = spill;
    }

    /** @param realFile absolute, without links */
    static ConfinedDatabase forFile(Path realFile) throws SQLException, IOException {
        Path spill = Files.createTempDirectory("mesh-import");
        ConfinedDatabase database = new ConfinedDatabase(DriverManager.getConnection("jdbc:duckdb:"), spill);
        try {
            for (String setting : settings(realFile, spill)) {
                database.set(setting);
            }
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    private static List<String> settings(Path realFile, Path spill) {
        return List.of(
                "autoinstall_known_extensions = false",
                "autoload_known_extensions = false",
                "allow_community_extensions = false",
                "allow_unsigned_extensions = false",
                "memory_limit = '512MiB'",
                "threads = 2",
                "temp_directory = " + SqlText.literal(spill.toString()),
                "max_temp_directory_size = '2GiB'",
                "preserve_insertion_order = false",
                "TimeZone = 'UTC'",
                // Its time grows with the square of the number of columns.
                "disabled_optimizers = 'common_subexpressions'",
                "allowed_paths = [" + SqlText.literal(realFile.toString()) + "]",
                "enable_external_access = false",
                "lock_configuration = true");
    }

    private void set(String setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET " + setting);
        }
    }

    /** All rows, as texts. */
    List<List<String>> texts(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            int width = found.getMetaData().getColumnCount();
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** The numbers of the only row. */
    long[] numbers(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            long[] numbers = new long[row.getMetaData().getColumnCount()];
            row.next();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = row.getLong(i + 1);
            }
            return numbers;
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        try {
            connection.close();
        } finally {
            delete(spill);
        }
    }

    private static void delete(@Nullable Path folder) throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
