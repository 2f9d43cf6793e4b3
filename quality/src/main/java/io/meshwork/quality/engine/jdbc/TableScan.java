package io.meshwork.quality.engine.jdbc;

import io.meshwork.quality.check.Measure;
import io.meshwork.quality.engine.DataTable;
import io.meshwork.quality.engine.Measurement;
import io.meshwork.quality.engine.Others;
import io.meshwork.quality.engine.Ports.Place;
import io.meshwork.quality.engine.ScanResult;
import io.meshwork.quality.engine.Taken;
import io.meshwork.quality.engine.sql.ComparedQuery;
import io.meshwork.quality.engine.sql.CompiledQuery;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Measures one table once. */
final class TableScan {

    private final Table table;
    private final Snapshot snapshot;
    private final Function<Measure.Other, Place> others;
    private final Map<Measure, Measurement> measurements = new HashMap<>();
    private final Map<Measure, Taken> taken = new HashMap<>();

    /** @param others where the tables are that this one may be compared with */
    TableScan(Table table, Snapshot snapshot, Function<Measure.Other, Place> others) {
        this.table = table;
        this.snapshot = snapshot;
        this.others = others;
    }

    /** @throws SQLException when nothing at all can be measured */
    ScanResult run(Collection<Measure> measures) throws SQLException {
        long start = System.nanoTime();
        List<Measure> together = new ArrayList<>();
        List<Measure.Duplicates> keys = new ArrayList<>();
        List<Measure.OfTwo> compared = new ArrayList<>();
        for (Measure measure : possible(measures)) {
            switch (measure) {
                case Measure.Duplicates duplicates -> keys.add(duplicates);
                case Measure.OfTwo ofTwo -> compared.add(ofTwo);
                default -> together.add(measure);
            }
        }
        long rows = 0;
        for (List<Measure> batch : CompiledQuery.batches(together)) {
            rows = aggregate(batch);
        }
        for (Measure.Duplicates key : keys) {
            attempt(key, compiled(List.of(key)).duplicates(key), 0);
        }
        for (Measure.OfTwo measure : compared) {
            compare(measure);
        }
        return new ScanResult.Measured(rows, measurements, taken, since(start));
    }

    private List<Measure> possible(Collection<Measure> measures) {
        List<Measure> possible = new ArrayList<>();
        for (Measure measure : measures) {
            Optional<Measurement> answer = table.flaw(measure)
                    .<Measurement>map(Measurement.Failed::new)
                    .or(() -> Limits.of(measure, table).map(Measurement.Impossible::new))
                    .or(() -> CompiledQuery.countsNothing(PostgresSql.INSTANCE, table, measure)
                            ? Optional.of(new Measurement.Value(0))
                            : Optional.empty());
            answer.ifPresentOrElse(known -> measurements.put(measure, known), () -> possible.add(measure));
        }
        return possible;
    }

    /** One query for all; when it fails, one for each, so that only the check at fault has no result. */
    private long aggregate(List<Measure> scalars) throws SQLException {
        long started = System.nanoTime();
        try {
            long[] numbers = snapshot.numbers(compiled(scalars).aggregate(scalars));
            for (int i = 0; i < scalars.size(); i++) {
                List<Measure> only = List.of(scalars.get(i));
                measurements.put(scalars.get(i), new Measurement.Value(numbers[i + 1]));
                taken.put(scalars.get(i), new Taken(compiled(only).aggregate(only), since(started)));
            }
            return numbers[0];
        } catch (SQLException e) {
            if (Trouble.of(e) == Trouble.TIMEOUT || Trouble.of(e) == Trouble.DATABASE) {
                throw e;
            }
            long rows = snapshot.numbers(compiled(List.of()).aggregate(List.of()))[0];
            for (Measure measure : scalars) {
                attempt(measure, compiled(List.of(measure)).aggregate(List.of(measure)), 1);
            }
            return rows;
        }
    }

    private void compare(Measure.OfTwo measure) throws SQLException {
        Optional<Table> other = Optional.empty();
        String reason = "there is no such table, or it may not be read";
        switch (others.apply(measure.other())) {
            case Place.At(DataTable there) -> other = Table.open(there, snapshot);
            case Place.At elsewhere -> reason = Others.elsewhere(measure.other());
            case Place.Nowhere(String why) -> reason = why;
        }
        Optional<String> flaw = other.map(found -> ComparedQuery.flaw(measure, found))
                .orElse(Optional.of("the data of `" + measure.other() + "` cannot be compared with: " + reason));
        if (flaw.isPresent()) {
            measurements.put(measure, new Measurement.Impossible(flaw.get()));
        } else {
            compare(measure, new ComparedQuery(PostgresSql.INSTANCE, table, other.orElseThrow(), measure));
        }
    }

    private void compare(Measure.OfTwo measure, ComparedQuery query) throws SQLException {
        switch (measure) {
            case Measure.Unmatched unmatched -> attempt(measure, query.count(), 0);
            case Measure.Differing differing ->
                attempt(measure, query.count(), () -> {
                    if (snapshot.numbers(query.repeated())[0] > 0) {
                        return new Measurement.Impossible(Others.ambiguous(measure.other()));
                    }
                    long[] numbers = snapshot.numbers(query.count());
                    return new Measurement.Compared(numbers[0], numbers[1]);
                });
        }
    }

    private interface Attempt {
        Measurement make() throws SQLException;
    }

    /** @param at which of the query's numbers it is */
    private void attempt(Measure measure, String sql, int at) throws SQLException {
        attempt(measure, sql, () -> new Measurement.Value(snapshot.numbers(sql)[at]));
    }

    private void attempt(Measure measure, String sql, Attempt attempt) throws SQLException {
        long started = System.nanoTime();
        try {
            measurements.put(measure, attempt.make());
        } catch (SQLException e) {
            measurements.put(
                    measure,
                    switch (Trouble.of(e)) {
                        case DATABASE, LOGIN -> throw e;
                        case PATTERN -> new Measurement.Impossible("PostgreSQL cannot run the pattern");
                        case TIMEOUT ->
                            new Measurement.Failed(
                                    "took longer than " + snapshot.timeout().toSeconds() + " s");
                        case RIGHTS, QUERY -> refused(measure, e);
                    });
        }
        taken.put(measure, new Taken(sql, since(started)));
    }

    /** What cannot be read of other data is not this table's fault, which has been read before. */
    private static Measurement refused(Measure measure, SQLException e) {
        return measure instanceof Measure.OfTwo ofTwo
                ? new Measurement.Impossible(Others.unreadable(ofTwo.other()))
                : new Measurement.Failed(Trouble.about(e));
    }

    private CompiledQuery compiled(List<? extends Measure> measures) {
        return new CompiledQuery(PostgresSql.INSTANCE, table, measures);
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
