package io.meshwork.quality.engine.duckdb;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.quality.Contracts;
import io.meshwork.quality.check.CheckPlan;
import io.meshwork.quality.check.CheckPlanner;
import io.meshwork.quality.engine.DataFile;
import io.meshwork.quality.engine.Ports;
import io.meshwork.quality.engine.ScanResult;
import io.meshwork.quality.engine.duckdb.worker.Workers;
import io.meshwork.quality.score.CheckScore;
import io.meshwork.quality.score.DatasetScan;
import io.meshwork.quality.score.Scorecard;
import io.meshwork.quality.score.Scoring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** An allowed root with real files, and the engine that reads them. */
final class DataRoot implements AutoCloseable {

    private static final Workers WORKERS = workers();

    private final Path root;
    private final DuckDbEngine engine;
    private final Workers workers;

    DataRoot(Path root) {
        this(root, Duration.ofSeconds(20));
    }

    DataRoot(Path root, Duration timeout) {
        this(root, settings(root, timeout));
    }

    private DataRoot(Path root, DuckDbSettings settings) {
        this(root, settings, WORKERS);
    }

    private DataRoot(Path root, DuckDbSettings settings, Workers workers) {
        this.root = create(root);
        this.engine = new DuckDbEngine(settings, workers);
        this.workers = workers;
    }

    /** With processes for queries that no other test has. */
    static DataRoot withOwnProcesses(Path root) {
        DuckDbSettings settings = settings(root, Duration.ofSeconds(20));
        return new DataRoot(root, settings, DuckDbEngines.workers(settings, Duration.ofMinutes(1)));
    }

    /** The processes for queries of all tests; what DuckDB may take in them comes with each scan. */
    private static Workers workers() {
        Workers workers = DuckDbEngines.workers(
                settings(DuckDbSettings.temporary(), Duration.ofSeconds(20)), Duration.ofMinutes(1));
        Runtime.getRuntime().addShutdownHook(new Thread(workers::close));
        return workers;
    }

    static DuckDbEngine engine(DuckDbSettings settings) {
        return new DuckDbEngine(settings, WORKERS);
    }

    static DataRoot withMemory(Path root, int megabytes) {
        return new DataRoot(root, settings(root, Duration.ofSeconds(20), megabytes));
    }

    private static Path create(Path root) {
        try {
            return Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DuckDbEngine engine() {
        return engine;
    }

    static DuckDbSettings settings(Path root, Duration timeout) {
        return settings(root, timeout, 256);
    }

    private static DuckDbSettings settings(Path root, Duration timeout, int megabytes) {
        return new DuckDbSettings(root, megabytes, 2, timeout, root.resolveSibling("spill"), 256);
    }

    Path write(String name, String content) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what a query returns as Parquet. */
    Path parquet(String name, String query) {
        Path file = root.resolve(name);
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
            return file;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Scorecard score(Contracts contract) {
        DataProduct product = contract.build();
        List<DatasetScan> scans = CheckPlanner.plan(product).stream()
                .map(plan -> new DatasetScan(plan, scan(product, plan)))
                .toList();
        return Scoring.score(scans, List.of());
    }

    CheckScore only(Contracts contract) {
        List<CheckScore> checks = score(contract).checks();
        if (checks.size() != 1) {
            throw new IllegalStateException("not one check but " + checks);
        }
        return checks.getFirst();
    }

    private ScanResult scan(DataProduct product, CheckPlan plan) {
        return switch (Ports.find(product, plan.dataset())) {
            case Ports.Place.At(DataFile file) -> engine.scan(file, plan.measures());
            case Ports.Place.At(var elsewhere) -> throw new IllegalArgumentException("no file: " + elsewhere);
            case Ports.Place.Nowhere(String reason) -> new ScanResult.Unreachable(reason);
        };
    }

    @Override
    public void close() {
        engine.close();
        if (workers != WORKERS) {
            workers.close();
        }
    }
}
