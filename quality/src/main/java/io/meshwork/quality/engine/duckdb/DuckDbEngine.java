package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.check.Measure;
import io.meshwork.quality.engine.DataFile;
import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.Look;
import io.meshwork.quality.engine.Others;
import io.meshwork.quality.engine.Rows;
import io.meshwork.quality.engine.ScanResult;
import io.meshwork.quality.engine.duckdb.worker.Workers;
import io.meshwork.quality.engine.sql.Relation;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads Parquet, CSV and JSON files under one folder. */
public final class DuckDbEngine implements Engine<DataFile>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DuckDbEngine.class);

    private final DuckDbSettings settings;
    private final Confinement confinement;
    private final SharedDatabase database;
    private final Workers workers;
    private final ExecutorService threads;

    /** @param workers for queries of authors; they are others' as well, and left open */
    DuckDbEngine(DuckDbSettings settings, Workers workers) {
        this.settings = settings;
        this.workers = workers;
        this.confinement = new Confinement(settings.root());
        this.database = new SharedDatabase(settings);
        this.threads = Executors.newFixedThreadPool(
                settings.threads(),
                Thread.ofPlatform().daemon().name("duckdb-", 0).factory());
        threads.execute(this::warmUp);
    }

    /** The first scan would otherwise wait for the native library and the instance, about a third of a second. */
    private void warmUp() {
        try (Connection connection = database.connect()) {
            new Queries(connection, settings.queryTimeout()).numbers("SELECT count(*) FROM range(10)");
        } catch (SQLException | RuntimeException e) {
            log.atWarn()
                    .addKeyValue("root", settings.root())
                    .setCause(e)
                    .log("DuckDB cannot be started yet; scans will try again");
        }
    }

    @Override
    public ScanResult scan(DataFile file, Collection<Measure> measures, Others others) {
        return switch (confinement.resolve(file.location())) {
            case Confinement.Outside(String reason) -> new ScanResult.Unreachable(reason);
            case Confinement.Inside inside
            when inside.bytes() == 0 ->
                new ScanResult.Unreadable("the file " + file.location() + " is empty (0 bytes)");
            case Confinement.Inside inside -> onOwnThread(() -> read(file, inside, measures, others));
        };
    }

    @Override
    public Look look(DataFile file, List<Column> first, @Nullable Long rows) {
        return switch (confinement.resolve(file.location())) {
            case Confinement.Outside(String reason) -> new Look.Unseen(reason);
            case Confinement.Inside inside
            when inside.bytes() == 0 -> new Look.Unseen("the file " + file.location() + " is empty (0 bytes)");
            case Confinement.Inside inside -> onOwnThread(() -> look(file, inside, first, rows));
        };
    }

    private Look look(DataFile file, Confinement.Inside inside, List<Column> first, @Nullable Long rows) {
        try (Connection connection = database.connect()) {
            Queries queries = new Queries(connection, settings.queryTimeout());
            Set<String> wanted = first.stream().map(Column::top).collect(Collectors.toSet());
            return new ColumnLook(Scan.open(file, inside.path(), wanted, queries), queries, first).look(rows);
        } catch (IOException e) {
            return new Look.Unseen("the file " + file.location() + " cannot be read: "
                    + e.getClass().getSimpleName());
        } catch (SQLException e) {
            database.checkAlive();
            return new Look.Unseen(
                    switch (Complaint.kind(e)) {
                        case TIMEOUT ->
                            "looking at all columns took longer than "
                                    + settings.queryTimeout().toSeconds() + " s";
                        case MEMORY ->
                            "looking at all columns needs more than " + settings.memoryMegabytes() + " MB of memory";
                        case DATA -> Complaint.about(e, inside.path(), file.location());
                    });
        }
    }

    @Override
    public Map<Measure, Rows> failing(
            DataFile file, Collection<Measure> measures, List<Column> identifying, Others others) {
        return switch (confinement.resolve(file.location())) {
            case Confinement.Outside outside -> Map.of();
            case Confinement.Inside inside -> onOwnThread(() -> failing(file, inside, measures, identifying, others));
        };
    }

    /** What cannot be shown is left out: the check's own message says what is wrong. */
    private Map<Measure, Rows> failing(
            DataFile file,
            Confinement.Inside inside,
            Collection<Measure> measures,
            List<Column> identifying,
            Others others) {
        try (Connection connection = database.connect()) {
            Queries queries = new Queries(connection, settings.queryTimeout());
            Set<String> wanted =
                    measures.stream().flatMap(Measure::columns).map(Column::top).collect(Collectors.toSet());
            Relation relation = Scan.open(file, inside.path(), wanted, queries);
            return new FailingRows(relation, queries, identifying, new OtherFiles(others, confinement, queries))
                    .of(measures);
        } catch (IOException | SQLException e) {
            log.atInfo()
                    .addKeyValue("location", file.location())
                    .addKeyValue("reason", e.getClass().getSimpleName())
                    .log("No failing rows can be shown");
            database.checkAlive();
            return Map.of();
        }
    }

    /** DuckDB runs in native code, which would hold the carrier of a virtual thread for the whole scan. */
    private <T> T onOwnThread(Callable<T> task) {
        Future<T> result = threads.submit(task);
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading data; the scan is to be run again", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a scan failed in an unexpected way", e.getCause());
        }
    }

    private ScanResult read(DataFile file, Confinement.Inside inside, Collection<Measure> measures, Others others) {
        try (Connection connection = database.connect()) {
            Queries queries = new Queries(connection, settings.queryTimeout());
            return new Scan(
                            file,
                            inside.path(),
                            queries,
                            settings,
                            workers,
                            new OtherFiles(others, confinement, queries))
                    .run(measures);
        } catch (CharacterCodingException e) {
            return unreadable(file, "its header is not text in UTF-8");
        } catch (IOException e) {
            return unreadable(file, String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            database.checkAlive();
            return switch (Complaint.kind(e)) {
                case TIMEOUT ->
                    new ScanResult.Unreachable("the file " + file.location() + " could not be read within "
                            + settings.queryTimeout().toSeconds() + " s (mesh.quality.query-timeout)");
                case MEMORY ->
                    new ScanResult.Unreachable("the file " + file.location() + " needs more than "
                            + settings.memoryMegabytes() + " MB to be checked (mesh.quality.memory-limit)");
                case DATA -> unreadable(file, Complaint.about(e, inside.path(), file.location()));
            };
        }
    }

    private static ScanResult unreadable(DataFile file, String why) {
        return new ScanResult.Unreadable("the file " + file.location() + " cannot be read as "
                + file.format().name().toLowerCase(Locale.ROOT) + ": " + why);
    }

    /** Lets a running scan come to its end: closing an instance under a query is not safe. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (threads.awaitTermination(20, TimeUnit.SECONDS)) {
                database.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
