package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.engine.sql.SqlText;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBConnection;

/**
 * A DuckDB instance in memory that can read what it is given and nothing else: no network, no extensions, no other file, no
 * change of settings. The order of the settings matters, each would undo or forbid a later one.
 */
final class LockedDatabase implements AutoCloseable {

    private final DuckDBConnection connection;

    private LockedDatabase(DuckDBConnection connection) {
        this.connection = connection;
    }

    /** For SQL that we compile: every file under the root, which the caller has confined. */
    static LockedDatabase forFolder(Path realRoot, DuckDbSettings settings) throws SQLException {
        return open("allowed_directories", realRoot + "/", settings);
    }

    /** For SQL that an author wrote: this file. */
    static LockedDatabase forFile(Path realFile, DuckDbSettings settings) throws SQLException {
        return open("allowed_paths", realFile.toString(), settings);
    }

    private static LockedDatabase open(String permission, String path, DuckDbSettings settings) throws SQLException {
        DuckDBConnection connection =
                DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        try (Statement statement = connection.createStatement()) {
            for (String setting : settings(permission, path, settings)) {
                statement.execute("SET " + setting);
            }
            return new LockedDatabase(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static List<String> settings(String permission, String path, DuckDbSettings settings) {
        return List.of(
                "autoinstall_known_extensions = false",
                "autoload_known_extensions = false",
                "allow_community_extensions = false",
                "allow_unsigned_extensions = false",
                "memory_limit = '" + settings.memoryMegabytes() + "MiB'",
                "threads = " + settings.threads(),
                "temp_directory = " + SqlText.literal(settings.spillFolder().toString()),
                "max_temp_directory_size = '" + settings.spillMegabytes() + "MiB'",
                "preserve_insertion_order = false",
                "enable_external_file_cache = false",
                "TimeZone = 'UTC'",
                permission + " = [" + SqlText.literal(path) + "]",
                "enable_external_access = false",
                "lock_configuration = true");
    }

    /** A connection of its own to the same instance. */
    Connection connect() throws SQLException {
        return connection.duplicate();
    }

    boolean isAlive() {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException dead) {
            return false;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
