package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.engine.duckdb.worker.Answer;
import io.meshwork.quality.engine.duckdb.worker.Request;
import io.meshwork.quality.engine.duckdb.worker.Serving;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The process that runs what authors wrote, since DuckDB is native code: what crashes it, or takes memory that it does not count,
 * takes the process with it. Nothing else of the service is on its class path.
 */
public final class AuthorProcess implements Serving.Desk {

    private static final int LONGEST_MESSAGE = 8192;

    private final Path spillFolder;
    private @Nullable Scanned scanned;
    private @Nullable SQLException trouble;

    private AuthorProcess(Path spillFolder) {
        this.spillFolder = spillFolder;
    }

    private record Scanned(LockedDatabase database, Connection connection, AuthorQuery author) {}

    /** Argument: the folder for what big sorts put aside. */
    public static void main(String[] arguments) throws ClassNotFoundException {
        Class.forName("org.duckdb.DuckDBDriver");
        Serving.serve(new AuthorProcess(Path.of(arguments[0])));
    }

    /** An instance of its own for each scan: nothing of one is seen by the next. */
    @Override
    public void open(Request.Open open) {
        close();
        Path file = Path.of(open.file());
        DuckDbSettings settings = new DuckDbSettings(
                file.resolveSibling(""),
                open.memoryMegabytes(),
                open.threads(),
                open.timeout(),
                spillFolder,
                open.spillMegabytes());
        try {
            LockedDatabase database = LockedDatabase.forFile(file, settings);
            Connection connection = database.connect();
            scanned = new Scanned(
                    database, connection, new AuthorQuery(new Queries(connection, settings.queryTimeout())));
        } catch (SQLException e) {
            trouble = e;
        }
    }

    @Override
    public Answer.Told answer(Request.Ask ask) {
        try {
            if (scanned == null) {
                throw trouble == null ? new SQLException("no file was opened") : trouble;
            }
            return scanned.author().run(ask);
        } catch (SQLException e) {
            String message = String.valueOf(e.getMessage());
            return new Answer.Broken(message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
        } catch (JacksonException | StackOverflowError e) {
            return new Answer.Refused("the query is too deeply nested to be looked at; write it flatter");
        }
    }

    @Override
    public void close() {
        Scanned over = scanned;
        scanned = null;
        trouble = null;
        if (over == null) {
            return;
        }
        try (Connection connection = over.connection();
                LockedDatabase database = over.database()) {
            // Both are closed, the connection last.
        } catch (SQLException e) {
            throw new IllegalStateException("the last scan's data is still there; this process is of no more use", e);
        }
    }
}
