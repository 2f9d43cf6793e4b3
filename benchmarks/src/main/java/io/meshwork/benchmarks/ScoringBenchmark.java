package io.meshwork.benchmarks;

import io.meshwork.benchmarks.table.Figure;
import io.meshwork.benchmarks.table.Report;
import io.meshwork.benchmarks.table.Spread;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.quality.engine.Engines;
import io.meshwork.quality.engine.duckdb.DuckDbEngine;
import io.meshwork.quality.engine.duckdb.DuckDbEngines;
import io.meshwork.quality.engine.duckdb.DuckDbSettings;
import io.meshwork.quality.examination.Examination;
import io.meshwork.quality.score.CheckScore;
import io.meshwork.quality.score.Scorecard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "scoring",
        description =
                "Scoring a Parquet file with 20 checks, one of them exact uniqueness, beside hand-written DuckDB queries.")
final class ScoringBenchmark extends Measurement {

    private static final double GOAL = 1.3;
    private static final int CHECKS = 20;
    private static final int WARM_UP = 3;
    private static final int THREADS = 2;
    private static final long MEGABYTES = 512;

    @Option(names = "--rows", description = "Rows of the file; default ${DEFAULT-VALUE}.")
    private int rows = 1_000_000;

    @Option(names = "--rounds", description = "How often each is timed, by turns; default ${DEFAULT-VALUE}.")
    private int rounds = 15;

    @Override
    Report measure(Path folder) throws Exception {
        try (DuckDbEngines engines = engines(folder);
                DuckDbEngine engine = engines.engine();
                Connection duckdb = duckdb()) {
            generate(duckdb, folder.resolve("orders.parquet"));
            Examination examination = new Examination(Engines.ofFiles(engine, "files only"));
            DataProduct product = product();
            HandWritten handWritten =
                    new HandWritten(duckdb, text("handwritten.sql").formatted(folder));
            long[] ours = new long[rounds];
            long[] theirs = new long[rounds];
            for (int round = -WARM_UP; round < rounds; round++) {
                long begin = System.nanoTime();
                Scorecard scorecard = examination.check(product, List.of());
                long between = System.nanoTime();
                Map<String, Double> expected = handWritten.run();
                long end = System.nanoTime();
                verify(scorecard, expected);
                if (round >= 0) {
                    ours[round] = between - begin;
                    theirs[round] = end - between;
                }
            }
            return report(Spread.ofNanos(ours), Spread.ofNanos(theirs));
        }
    }

    private Report report(Spread ours, Spread theirs) {
        return new Report(
                "scoring: a Parquet file of " + rows + " rows, " + CHECKS
                        + " checks, one of them exact uniqueness, by the engine of quality",
                "the same numbers by hand-written DuckDB SQL (an aggregate scan and an exact distinct), same threads and memory",
                List.of(
                        Figure.of("median", "%.0f ms", ours.median())
                                .against(theirs.median())
                                .ratioAtMost(GOAL),
                        Figure.of("fastest", "%.0f ms", ours.quantile(0))
                                .against(theirs.quantile(0))
                                .withoutGoal(),
                        Figure.of("slowest", "%.0f ms", ours.max())
                                .against(theirs.max())
                                .withoutGoal()),
                List.of(rounds + " rounds by turns; in each, all " + CHECKS
                        + " checks gave the same numbers as the hand-written queries."));
    }

    private static DuckDbEngines engines(Path root) {
        return new DuckDbEngines(
                new DuckDbSettings(root, MEGABYTES, THREADS, Duration.ofSeconds(60), root.resolve("spill"), 2048));
    }

    private static Connection duckdb() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + THREADS);
            statement.execute("SET memory_limit = '" + MEGABYTES + "MiB'");
        }
        return connection;
    }

    private void generate(Connection duckdb, Path file) throws IOException, SQLException {
        say("Writing " + rows + " rows");
        try (Statement statement = duckdb.createStatement()) {
            statement.execute(text("orders.sql").formatted(rows, file));
        }
    }

    private static DataProduct product() throws IOException {
        return switch (new ContractReader().read(text("orders.yaml"))) {
            case ReadResult.Accepted accepted -> accepted.product();
            case ReadResult.Refused refused -> throw new IllegalStateException(String.valueOf(refused.problems()));
        };
    }

    private static String text(String resource) throws IOException {
        try (InputStream stream = ScoringBenchmark.class.getResourceAsStream("scoring/" + resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The types of the file settle without a query that values have the declared ones; that is not compared. */
    private static void verify(Scorecard scorecard, Map<String, Double> expected) {
        Map<String, Double> measured = new LinkedHashMap<>();
        for (CheckScore check : scorecard.checks()) {
            if (check.measured() == null) {
                throw new WorkNotDoneException("check " + check.name() + " was not measured: " + check.message());
            }
            if (check.sql() != null) {
                measured.put(check.name(), check.measured());
            }
        }
        if (measured.size() != CHECKS || !measured.equals(expected)) {
            throw new WorkNotDoneException(
                    "the engine measured " + measured + ", the hand-written queries " + expected);
        }
    }

    /** Statements whose columns are named like the checks. */
    private record HandWritten(Connection connection, String sql) {

        Map<String, Double> run() throws SQLException {
            Map<String, Double> numbers = new LinkedHashMap<>();
            List<String> statements = new ArrayList<>(List.of(sql.split(";\n", -1)));
            statements.removeIf(String::isBlank);
            for (String query : statements) {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(query)) {
                    row.next();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        numbers.put(row.getMetaData().getColumnLabel(i), row.getDouble(i));
                    }
                }
            }
            return numbers;
        }
    }
}
