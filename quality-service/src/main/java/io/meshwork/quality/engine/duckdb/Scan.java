package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.check.Measure;
import io.meshwork.quality.engine.DataFile;
import io.meshwork.quality.engine.Measurement;
import io.meshwork.quality.engine.ScanResult;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one file once. */
final class Scan {

    private final DataFile file;
    private final Path path;
    private final Queries queries;
    private final DuckDbSettings settings;
    private final Map<Measure, Measurement> measurements = new HashMap<>();

    Scan(DataFile file, Path path, Queries queries, DuckDbSettings settings) {
        this.file = file;
        this.path = path;
        this.queries = queries;
        this.settings = settings;
    }

    /** @throws SQLException, IOException when nothing at all can be measured */
    ScanResult run(Collection<Measure> measures) throws SQLException, IOException {
        long start = System.nanoTime();
        Relation relation = open();
        long rows = relation.columns().isEmpty() ? empty(measures) : measure(relation, measures);
        return new ScanResult.Measured(rows, measurements, Duration.ofNanos(System.nanoTime() - start));
    }

    private Relation open() throws SQLException, IOException {
        return switch (file.format()) {
            case PARQUET -> ParquetFile.open(path, queries);
            case CSV -> CsvFile.open(path, file.delimiter());
            case JSON -> JsonFile.open(path, queries);
        };
    }

    /** A JSON file without any object has no columns to look at. */
    private long empty(Collection<Measure> measures) {
        measures.forEach(measure -> measurements.put(measure, new Measurement.Value(0)));
        return 0;
    }

    private long measure(Relation relation, Collection<Measure> measures) throws SQLException {
        List<Measure> scalars = new ArrayList<>();
        List<Measure.Duplicates> keys = new ArrayList<>();
        List<Measure.Answer> answers = new ArrayList<>();
        for (Measure measure : measures) {
            Optional<String> flaw = flaw(relation, measure);
            flaw.ifPresent(reason -> measurements.put(measure, new Measurement.Failed(reason)));
            if (flaw.isEmpty()) {
                switch (measure) {
                    case Measure.Duplicates duplicates -> keys.add(duplicates);
                    case Measure.Answer answer -> answers.add(answer);
                    default -> scalars.add(measure);
                }
            }
        }
        long rows = aggregate(relation, scalars);
        for (Measure.Duplicates key : keys) {
            attempt(
                    key,
                    () -> new Measurement.Value(
                            queries.numbers(new CompiledQuery(relation, List.of(key)).duplicates(key))[0]));
        }
        answer(relation, answers);
        return rows;
    }

    private static Optional<String> flaw(Relation relation, Measure measure) {
        return measure.columns()
                .map(column -> flaw(relation, column))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> flaw(Relation relation, Column column) {
        if (relation.actualName(column.top()) == null) {
            return Optional.of("the data has no column `" + column.top() + "`; "
                    + "it has: "
                    + relation.columns().keySet().stream().limit(30).collect(Collectors.joining(", "))
                    + (relation.columns().size() > 30
                            ? " and " + (relation.columns().size() - 30) + " more"
                            : ""));
        }
        return relation.value(column) == null
                ? Optional.of("the field `" + column + "` is nested, which the format of the file is not")
                : Optional.empty();
    }

    /** One query for all; when it fails, one for each, so that only the check at fault has no result. */
    private long aggregate(Relation relation, List<Measure> scalars) throws SQLException {
        try {
            long[] numbers = queries.numbers(new CompiledQuery(relation, scalars).aggregate(scalars));
            for (int i = 0; i < scalars.size(); i++) {
                measurements.put(scalars.get(i), new Measurement.Value(numbers[i + 1]));
            }
            return numbers[0];
        } catch (SQLException together) {
            if (Complaint.kind(together) == Complaint.Kind.TIMEOUT) {
                throw together;
            }
            long rows = queries.numbers(new CompiledQuery(relation, List.of()).aggregate(List.of()))[0];
            for (Measure measure : scalars) {
                attempt(
                        measure,
                        () -> new Measurement.Value(queries.numbers(
                                        new CompiledQuery(relation, List.of(measure)).aggregate(List.of(measure)))[1]));
            }
            return rows;
        }
    }

    private void answer(Relation relation, List<Measure.Answer> answers) throws SQLException {
        if (answers.isEmpty()) {
            return;
        }
        try (LockedDatabase own = LockedDatabase.forFile(path, settings);
                var connection = own.connect()) {
            AuthorQuery author = new AuthorQuery(new Queries(connection, settings.queryTimeout()));
            for (Measure.Answer answer : answers) {
                attempt(answer, () -> author.run(relation, answer));
            }
        }
    }

    private interface Attempt {
        Measurement make() throws SQLException;
    }

    private void attempt(Measure measure, Attempt attempt) {
        try {
            measurements.put(measure, attempt.make());
        } catch (SQLException e) {
            measurements.put(
                    measure,
                    new Measurement.Failed(
                            switch (Complaint.kind(e)) {
                                case TIMEOUT ->
                                    "took longer than "
                                            + settings.queryTimeout().toSeconds() + " s";
                                case MEMORY ->
                                    "needs more than " + settings.memoryLimit().toMegabytes() + " MB of memory";
                                case DATA -> Complaint.about(e, path, file.location());
                            }));
        }
    }
}
