package io.meshwork.quality.engine.sql;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.check.Measure;
import io.meshwork.quality.check.ValueRule;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * SQL for measures on one relation. Scalar measures, as many as the planner bears, become one aggregate query, so that the file is
 * read once. An exact count of duplicates in a big file is a query of its own: several in one query hold all their hash tables at once.
 */
public final class CompiledQuery {

    /** DuckDB plans 500 in four times the time of 200; PostgreSQL takes 1,664. */
    private static final int MOST_MEASURES = 200;

    private final Dialect dialect;
    private final Relation relation;
    private final Map<Column, String> names = new LinkedHashMap<>();

    public CompiledQuery(Dialect dialect, Relation relation, Collection<? extends Measure> measures) {
        this(dialect, relation, measures, List.of());
    }

    /** @param others columns that are read too */
    public CompiledQuery(
            Dialect dialect, Relation relation, Collection<? extends Measure> measures, List<Column> others) {
        this.dialect = dialect;
        this.relation = relation;
        Stream.concat(measures.stream().flatMap(Measure::columns), others.stream())
                .distinct()
                .forEach(column -> names.put(column, "c" + names.size()));
    }

    /** The measures of one query each; the planner's time grows faster than their number. At least one query, be it of none. */
    public static List<List<Measure>> batches(List<Measure> measures) {
        return IntStream.rangeClosed(0, Math.max(0, measures.size() - 1) / MOST_MEASURES)
                .map(batch -> batch * MOST_MEASURES)
                .mapToObj(from -> measures.subList(from, Math.min(from + MOST_MEASURES, measures.size())))
                .toList();
    }

    /** Whether no row can count: by the types of its columns, or because no row has them. No query has to be run for it. */
    public static boolean countsNothing(Dialect dialect, Relation relation, Measure measure) {
        return measure instanceof Measure.Invalid(List<ValueRule> rules)
                && rules.stream()
                        .allMatch(rule -> !relation.has(rule.column())
                                || new ValuesSql(dialect, "v", relation.sqlType(actual(relation, rule.column())))
                                        .breaks(rule)
                                        .equals(ValuesSql.NEVER));
    }

    /** At most so many rows, and so many characters of a value. */
    public record Limits(int rows, int characters) {}

    /** Rows that break what is measured, with the values of these columns. */
    public String broken(Measure measure, List<Column> shown, Limits limits) {
        String condition = switch (measure) {
            case Measure.EmptyCells(List<Column> in) ->
                in.stream().map(column -> name(column) + " IS NULL").collect(Collectors.joining(" OR "));
            case Measure.Missing(Column in, List<Object> placeholders) ->
                values(in).isMissing(placeholders);
            case Measure.Invalid invalid -> isInvalid(invalid);
            case Measure.Inconsistent inconsistent -> isInconsistent(inconsistent);
            case Measure.Rows() -> "FALSE";
            case Measure.Duplicates(List<Column> key) -> "FALSE";
            case Measure.Answer answer -> "FALSE";
            case Measure.OfTwo compared -> "FALSE";
        };
        return "SELECT " + cut(shown, limits) + " FROM " + rows() + " WHERE " + condition + " LIMIT " + limits.rows();
    }

    /** Keys that stand in several rows. */
    public String repeated(Measure.Duplicates duplicates, List<Column> shown, Limits limits) {
        List<String> key = duplicates.key().stream().map(this::name).toList();
        return "SELECT " + cut(shown, limits) + " FROM " + rows() + " WHERE " + filled(key) + " GROUP BY "
                + String.join(", ", key) + " HAVING count(*) > 1 LIMIT " + limits.rows();
    }

    String cut(List<Column> shown, Limits limits) {
        return shown.stream()
                .map(column -> "left(CAST(" + name(column) + " AS VARCHAR), " + limits.characters() + ")")
                .collect(Collectors.joining(", "));
    }

    /** One row: the number of rows, then the measures in their order. */
    public String aggregate(List<? extends Measure> measures) {
        String numbers = Stream.concat(Stream.of("count(*)"), measures.stream().map(this::expression))
                .collect(Collectors.joining(", "));
        return "SELECT " + numbers + " FROM " + rows();
    }

    /** One row: the rows beyond the first of each group; a composite key is grouped, which is faster than counting tuples. */
    public String duplicates(Measure.Duplicates duplicates) {
        if (duplicates.key().size() == 1) {
            return "SELECT " + expression(duplicates) + " FROM " + rows();
        }
        List<String> key = duplicates.key().stream().map(this::name).toList();
        return "SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM %s WHERE %s GROUP BY %s)"
                .formatted(rows(), filled(key), String.join(", ", key));
    }

    String rows() {
        return "("
                + relation.rows(names.keySet().stream()
                        .map(column -> actual(relation, column))
                        .toList()) + ")";
    }

    private static Column actual(Relation relation, Column column) {
        String top = Objects.requireNonNull(relation.actualName(column.top()));
        return new Column(IntStream.range(0, column.path().size())
                .mapToObj(i -> i == 0 ? top : column.path().get(i))
                .toList());
    }

    private String expression(Measure measure) {
        return switch (measure) {
            case Measure.Rows() -> "count(*)";
            case Measure.EmptyCells(List<Column> in) ->
                in.stream()
                        .map(column -> "count(*) - count(" + name(column) + ")")
                        .collect(Collectors.joining(" + "));
            case Measure.Missing(Column in, List<Object> placeholders) ->
                countIf(values(in).isMissing(placeholders));
            case Measure.Invalid invalid -> countIf(isInvalid(invalid));
            case Measure.Inconsistent inconsistent -> countIf(isInconsistent(inconsistent));
            case Measure.Duplicates(List<Column> key) ->
                beyondFirst(key.stream().map(this::name).toList());
            case Measure.OfTwo compared -> throw new IllegalArgumentException("of two relations: " + compared);
            case Measure.Answer answer -> throw new IllegalArgumentException("an author's query: " + answer);
        };
    }

    private String isInvalid(Measure.Invalid invalid) {
        return invalid.rules().stream()
                .map(rule -> values(rule.column()).breaks(rule))
                .collect(Collectors.joining(" OR "));
    }

    private String isInconsistent(Measure.Inconsistent inconsistent) {
        return new ConditionSql(dialect, inconsistent, this::values).isBroken();
    }

    private static String countIf(String condition) {
        return "count(*) FILTER (WHERE " + condition + ")";
    }

    private static String beyondFirst(List<String> key) {
        if (key.size() == 1) {
            return "count(%1$s) - count(DISTINCT %1$s)".formatted(key.getFirst());
        }
        return "count(*) FILTER (WHERE %1$s) - count(DISTINCT (%2$s)) FILTER (WHERE %1$s)"
                .formatted(filled(key), String.join(", ", key));
    }

    private static String filled(List<String> key) {
        return key.stream().map(name -> name + " IS NOT NULL").collect(Collectors.joining(" AND "));
    }

    private String name(Column column) {
        return Objects.requireNonNull(names.get(column));
    }

    ValuesSql values(Column column) {
        return new ValuesSql(dialect, name(column), relation.sqlType(actual(relation, column)));
    }
}
