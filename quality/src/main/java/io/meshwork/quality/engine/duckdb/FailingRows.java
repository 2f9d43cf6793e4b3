package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.check.Measure;
import io.meshwork.quality.engine.Rows;
import io.meshwork.quality.engine.sql.ComparedQuery;
import io.meshwork.quality.engine.sql.CompiledQuery;
import io.meshwork.quality.engine.sql.Relation;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds a few rows for each broken rule; a query ends as soon as it has them, and all together end within the time of one query. */
final class FailingRows {

    private static final int MOST_ROWS = 5;
    private static final int MOST_MEASURES = 50;
    private static final int MOST_COLUMNS = 12;

    private final Relation relation;
    private final Queries queries;
    private final List<Column> identifying;
    private final OtherFiles others;

    FailingRows(Relation relation, Queries queries, List<Column> identifying, OtherFiles others) {
        this.others = others;
        this.relation = relation;
        this.queries = queries;
        this.identifying = identifying.stream().filter(relation::has).toList();
    }

    Map<Measure, Rows> of(Collection<Measure> measures) throws SQLException {
        long start = System.nanoTime();
        Map<Measure, Rows> found = new LinkedHashMap<>();
        for (Measure measure : measures.stream().limit(MOST_MEASURES).toList()) {
            Duration remaining = queries.timeout().minusNanos(System.nanoTime() - start);
            if (remaining.toSeconds() < 1) {
                break;
            }
            rows(measure, new Queries(queries.connection(), remaining)).ifPresent(rows -> found.put(measure, rows));
        }
        return found;
    }

    private Optional<Rows> rows(Measure measure, Queries limited) throws SQLException {
        if (!measure.columns().allMatch(relation::has)) {
            return Optional.empty();
        }
        List<Column> shown = shown(measure);
        Optional<String> sql = sql(measure, shown);
        if (sql.isEmpty()) {
            return Optional.empty();
        }
        List<List<@Nullable String>> values = limited.texts(sql.get());
        return values.isEmpty() ? Optional.empty() : Optional.of(new Rows(shown, values));
    }

    private List<Column> shown(Measure measure) {
        Stream<Column> first = measure instanceof Measure.Duplicates ? Stream.of() : identifying.stream();
        Set<Column> shown =
                new LinkedHashSet<>(Stream.concat(first, measure.columns()).toList());
        return shown.stream().limit(MOST_COLUMNS).toList();
    }

    private Optional<String> sql(Measure measure, List<Column> shown) {
        CompiledQuery query = new CompiledQuery(DuckDbSql.INSTANCE, relation, List.of(measure), shown);
        return switch (measure) {
            case Measure.Rows() -> Optional.empty();
            case Measure.Answer answer -> Optional.empty();
            case Measure.OfTwo ofTwo -> compared(ofTwo, shown);
            case Measure.Duplicates duplicates -> Optional.of(query.repeated(duplicates, shown, limits()));
            case Measure.EmptyCells empty -> Optional.of(query.broken(empty, shown, limits()));
            case Measure.Missing missing -> Optional.of(query.broken(missing, shown, limits()));
            case Measure.Invalid invalid -> Optional.of(query.broken(invalid, shown, limits()));
            case Measure.Inconsistent broken -> Optional.of(query.broken(broken, shown, limits()));
        };
    }

    private Optional<String> compared(Measure.OfTwo measure, List<Column> shown) {
        return switch (others.open(measure)) {
            case OtherFiles.Opened.Shut shut -> Optional.empty();
            case OtherFiles.Opened.Ready(FileRelation other, String location) ->
                Optional.of(
                        new ComparedQuery(DuckDbSql.INSTANCE, relation, other, measure, shown).broken(shown, limits()));
        };
    }

    private static CompiledQuery.Limits limits() {
        return new CompiledQuery.Limits(MOST_ROWS, Rows.LONGEST_VALUE);
    }
}
