package io.meshwork.quality.engine.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The instance for compiled checks. Opening one takes longer (20 ms) than checking a small file, so it is kept; a fatal error
 * inside DuckDB invalidates an instance, then the next scan gets a new one.
 */
final class SharedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SharedDatabase.class);

    private final DuckDbSettings settings;
    private @Nullable LockedDatabase current;

    SharedDatabase(DuckDbSettings settings) {
        this.settings = settings;
    }

    synchronized Connection connect() throws SQLException {
        LockedDatabase database = current;
        if (database == null) {
            database = LockedDatabase.forFolder(realRoot(), settings);
            current = database;
        }
        return database.connect();
    }

    /** To be called after a failed query: throws the instance away when the failure killed it. */
    synchronized void checkAlive() {
        if (current != null && !current.isAlive()) {
            log.atWarn().log("DuckDB instance was invalidated by a fatal error and is replaced");
            close();
        }
    }

    @Override
    public synchronized void close() {
        LockedDatabase closing = current;
        current = null;
        if (closing == null) {
            return;
        }
        try {
            closing.close();
        } catch (SQLException e) {
            log.atWarn().setCause(e).log("DuckDB instance could not be closed");
        }
    }

    private Path realRoot() {
        try {
            return settings.root().toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the folder of the data " + settings.root() + " is not there or cannot be read", e);
        }
    }
}
