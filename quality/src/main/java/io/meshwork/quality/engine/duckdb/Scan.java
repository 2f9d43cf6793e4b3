package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.check.Measure;
import io.meshwork.quality.engine.DataFile;
import io.meshwork.quality.engine.Measurement;
import io.meshwork.quality.engine.Others;
import io.meshwork.quality.engine.ScanResult;
import io.meshwork.quality.engine.Taken;
import io.meshwork.quality.engine.duckdb.worker.Workers;
import io.meshwork.quality.engine.sql.ComparedQuery;
import io.meshwork.quality.engine.sql.CompiledQuery;
import io.meshwork.quality.engine.sql.Relation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one file once. */
final class Scan {

    /** Up to this many bytes, all counts of duplicates fit into one query. */
    private static final long SMALL = 4 << 20;

    private final DataFile file;
    private final Path path;
    private final Queries queries;
    private final DuckDbSettings settings;
    private final Workers workers;
    private final OtherFiles others;
    private final Map<Measure, Measurement> measurements = new HashMap<>();
    private final Map<Measure, Taken> taken = new HashMap<>();

    Scan(DataFile file, Path path, Queries queries, DuckDbSettings settings, Workers workers, OtherFiles others) {
        this.file = file;
        this.path = path;
        this.queries = queries;
        this.settings = settings;
        this.workers = workers;
        this.others = others;
    }

    /** @throws SQLException, IOException when nothing at all can be measured */
    ScanResult run(Collection<Measure> measures) throws SQLException, IOException {
        long start = System.nanoTime();
        FileRelation relation = open(file, path, wanted(measures), queries);
        long rows = relation.columns().isEmpty() ? empty(measures) : measure(relation, measures);
        return new ScanResult.Measured(rows, measurements, taken, Duration.ofNanos(System.nanoTime() - start));
    }

    static FileRelation open(DataFile file, Path path, Set<String> wanted, Queries queries)
            throws SQLException, IOException {
        return switch (file.format()) {
            case PARQUET -> ParquetFile.open(path, queries);
            case CSV -> CsvFile.open(path, file.delimiter());
            case JSON -> JsonFile.open(path, file.decimals(), wanted, queries);
        };
    }

    private static Set<String> wanted(Collection<Measure> measures) {
        return measures.stream().flatMap(Measure::columns).map(Column::top).collect(Collectors.toSet());
    }

    /** A JSON file without any object has no columns to look at. */
    private long empty(Collection<Measure> measures) {
        measures.forEach(measure -> measurements.put(measure, new Measurement.Value(0)));
        return 0;
    }

    private long measure(FileRelation relation, Collection<Measure> measures) throws SQLException, IOException {
        boolean small = Files.size(path) <= SMALL;
        List<Measure> together = new ArrayList<>();
        List<Measure.Duplicates> keys = new ArrayList<>();
        List<Measure.Answer> answers = new ArrayList<>();
        List<Measure.OfTwo> compared = new ArrayList<>();
        for (Measure measure : toBeCounted(relation, measures)) {
            switch (measure) {
                case Measure.Duplicates duplicates when !small -> keys.add(duplicates);
                case Measure.Answer answer -> answers.add(answer);
                case Measure.OfTwo ofTwo -> compared.add(ofTwo);
                default -> together.add(measure);
            }
        }
        long rows = 0;
        for (List<Measure> batch : CompiledQuery.batches(together)) {
            rows = aggregate(relation, batch);
        }
        for (Measure.Duplicates key : keys) {
            long started = System.nanoTime();
            attempt(key, () -> number(compiled(relation, List.of(key)).duplicates(key)));
            tell(relation, key, started);
        }
        compared.forEach(measure -> compare(relation, measure));
        answer(relation, answers);
        return rows;
    }

    private List<Measure> toBeCounted(FileRelation relation, Collection<Measure> measures) {
        List<Measure> possible = new ArrayList<>();
        for (Measure measure : measures) {
            known(relation, measure)
                    .ifPresentOrElse(known -> measurements.put(measure, known), () -> possible.add(measure));
        }
        return possible;
    }

    private static Optional<Measurement> known(FileRelation relation, Measure measure) {
        return relation.flaw(measure)
                .<Measurement>map(Measurement.Failed::new)
                .or(() -> CompiledQuery.countsNothing(DuckDbSql.INSTANCE, relation, measure)
                        ? Optional.of(new Measurement.Value(0))
                        : Optional.empty());
    }

    /** One query for all; when it fails, one for each, so that only the check at fault has no result. */
    private long aggregate(FileRelation relation, List<Measure> scalars) throws SQLException {
        long started = System.nanoTime();
        try {
            long[] numbers = queries.numbers(compiled(relation, scalars).aggregate(scalars));
            for (int i = 0; i < scalars.size(); i++) {
                measurements.put(scalars.get(i), new Measurement.Value(numbers[i + 1]));
                tell(relation, scalars.get(i), started);
            }
            return numbers[0];
        } catch (SQLException together) {
            if (Complaint.kind(together) == Complaint.Kind.TIMEOUT) {
                throw together;
            }
            long rows = queries.numbers(compiled(relation, List.of()).aggregate(List.of()))[0];
            for (Measure measure : scalars) {
                long startedAlone = System.nanoTime();
                attempt(measure, () -> alone(relation, measure));
                tell(relation, measure, startedAlone);
            }
            return rows;
        }
    }

    private static CompiledQuery compiled(Relation relation, List<? extends Measure> measures) {
        return new CompiledQuery(DuckDbSql.INSTANCE, relation, measures);
    }

    private void answer(FileRelation relation, List<Measure.Answer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        try (AuthorQueries authors = new AuthorQueries(relation, path, workers, settings)) {
            for (Measure.Answer answer : answers) {
                authors.ready();
                long started = System.nanoTime();
                attempt(answer, () -> authors.run(answer));
                taken.put(answer, new Taken(answer.query(), since(started)));
            }
        }
    }

    private void compare(FileRelation relation, Measure.OfTwo measure) {
        switch (others.open(measure)) {
            case OtherFiles.Opened.Shut(String reason) -> measurements.put(measure, new Measurement.Impossible(reason));
            case OtherFiles.Opened.Ready(FileRelation other, String location) -> {
                long started = System.nanoTime();
                attempt(
                        measure,
                        () -> compared(new ComparedQuery(DuckDbSql.INSTANCE, relation, other, measure), measure));
                ComparedQuery shown = new ComparedQuery(
                        DuckDbSql.INSTANCE,
                        new NamedFile(relation, file.location()),
                        new NamedFile(other, location),
                        measure);
                taken.put(measure, new Taken(shown.count(), since(started)));
            }
        }
    }

    private Measurement compared(ComparedQuery query, Measure.OfTwo measure) throws SQLException {
        return switch (measure) {
            case Measure.Unmatched unmatched -> number(query.count());
            case Measure.Differing differing
            when queries.numbers(query.repeated())[0] > 0 ->
                new Measurement.Impossible(Others.ambiguous(measure.other()));
            case Measure.Differing differing -> {
                long[] numbers = queries.numbers(query.count());
                yield new Measurement.Compared(numbers[0], numbers[1]);
            }
        };
    }

    private Measurement alone(FileRelation relation, Measure measure) throws SQLException {
        List<Measure> only = List.of(measure);
        return new Measurement.Value(queries.numbers(compiled(relation, only).aggregate(only))[1]);
    }

    private Measurement number(String sql) throws SQLException {
        return new Measurement.Value(queries.numbers(sql)[0]);
    }

    /** The SQL for this measure alone; it was run in one query with others, each of which would show the others again. */
    private void tell(FileRelation relation, Measure measure, long started) {
        List<Measure> only = List.of(measure);
        taken.put(
                measure,
                new Taken(
                        compiled(new NamedFile(relation, file.location()), only).aggregate(only), since(started)));
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
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
                    measure instanceof Measure.OfTwo ofTwo && Complaint.kind(e) == Complaint.Kind.DATA
                            ? new Measurement.Impossible(Others.unreadable(ofTwo.other()))
                            : new Measurement.Failed(failure(e)));
        }
    }

    private String failure(SQLException e) {
        return switch (Complaint.kind(e)) {
            case TIMEOUT -> "took longer than " + settings.queryTimeout().toSeconds() + " s";
            case MEMORY -> "needs more than " + settings.memoryMegabytes() + " MB of memory";
            case DATA -> Complaint.about(e, path, file.location());
        };
    }
}
