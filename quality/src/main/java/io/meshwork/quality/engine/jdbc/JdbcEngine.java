package io.meshwork.quality.engine.jdbc;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.check.Measure;
import io.meshwork.quality.engine.DataTable;
import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.Look;
import io.meshwork.quality.engine.Others;
import io.meshwork.quality.engine.Ports.Place;
import io.meshwork.quality.engine.Rows;
import io.meshwork.quality.engine.ScanResult;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has tables of PostgreSQL measured by their own database, through connections that the operator has set up. */
public final class JdbcEngine implements Engine<DataTable> {

    private static final Logger log = LoggerFactory.getLogger(JdbcEngine.class);

    /** The first version that tells whether a text is a number or a date without failing on it. */
    private static final long LEAST_VERSION = 160_000;

    private final List<NamedConnection> connections;
    private final Duration queryTimeout;

    /** @param connections the first that serves a database is taken */
    public JdbcEngine(List<NamedConnection> connections, Duration queryTimeout) {
        this.connections = List.copyOf(connections);
        this.queryTimeout = queryTimeout;
    }

    @Override
    public ScanResult scan(DataTable table, Collection<Measure> measures, Others others) {
        if (isOfTheDatabase(table)) {
            return unreachable(table, "it is of the database itself and not of a product");
        }
        Optional<NamedConnection> connection = connection(table);
        return connection.isEmpty()
                ? unreachable(
                        table,
                        "no connection serves its database; whoever runs the quality service adds"
                                + " mesh.quality.connections.<name> with url, username, password and serves: "
                                + table.database())
                : scan(table, measures, connection.get(), others);
    }

    private static boolean isOfTheDatabase(DataTable table) {
        return table.schema().startsWith("pg_") || table.schema().equals("information_schema");
    }

    private Optional<NamedConnection> connection(DataTable table) {
        return connections.stream()
                .filter(candidate -> candidate.serves(table.database()))
                .findFirst();
    }

    /** The tables that may be compared with: those of the same connection. */
    private Function<Measure.Other, Place> reachable(Others others, NamedConnection connection) {
        return other -> switch (others.find(other)) {
            case Place.At(DataTable table)
            when isOfTheDatabase(table)
                    || connection(table).filter(connection::equals).isEmpty() ->
                new Place.Nowhere(Others.elsewhere(other));
            case Place.At(DataTable table) -> new Place.At(table);
            case Place.At elsewhere -> new Place.Nowhere(Others.elsewhere(other));
            case Place.Nowhere nowhere -> nowhere;
        };
    }

    /** Waits for others that use the connection, each of which ends in time. */
    private ScanResult scan(DataTable table, Collection<Measure> measures, NamedConnection connection, Others others) {
        connection.free().acquireUninterruptibly();
        try (Snapshot snapshot = Snapshot.open(connection.source(), queryTimeout)) {
            long version = snapshot.numbers("SELECT current_setting('server_version_num')::int")[0];
            if (version < LEAST_VERSION) {
                return unreachable(table, "its PostgreSQL is older than 16");
            }
            Optional<Table> there = Table.open(table, snapshot);
            return there.isPresent()
                    ? new TableScan(there.get(), snapshot, reachable(others, connection)).run(measures)
                    : unreachable(table, "there is none, or its schema is another");
        } catch (SQLException e) {
            log.atWarn()
                    .addKeyValue("connection", connection.name())
                    .addKeyValue("table", table)
                    .setCause(e)
                    .log("A table could not be measured");
            return unreachable(table, why(e, connection));
        } finally {
            connection.free().release();
        }
    }

    private String why(SQLException e, NamedConnection connection) {
        return switch (Trouble.of(e)) {
            case TIMEOUT ->
                "it could not be read within " + queryTimeout.toSeconds() + " s (mesh.quality.query-timeout)";
            case RIGHTS ->
                "the user of mesh.quality.connections." + connection.name()
                        + " may not read it; grant usage on the schema" + " and select on the table";
            case LOGIN -> "user, password or database of mesh.quality.connections." + connection.name() + " are wrong";
            case DATABASE -> "the database of mesh.quality.connections." + connection.name() + " does not answer";
            case PATTERN, QUERY -> Trouble.about(e);
        };
    }

    private static ScanResult unreachable(DataTable table, String why) {
        return new ScanResult.Unreachable("the table " + table + " cannot be checked: " + why);
    }

    /** Values would have to leave the database. */
    @Override
    public Look look(DataTable table, List<Column> first, @Nullable Long rows) {
        return new Look.Unseen("tables of databases are not profiled, files are");
    }

    /** Without a profile nothing says which values may be shown. */
    @Override
    public Map<Measure, Rows> failing(
            DataTable table, Collection<Measure> measures, List<Column> identifying, Others others) {
        return Map.of();
    }
}
