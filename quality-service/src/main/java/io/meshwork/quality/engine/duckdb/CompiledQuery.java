package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.check.Measure;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * SQL for measures on one relation. All scalar measures become one aggregate query, so that the file is read once; an exact count
 * of duplicates is a query of its own, because several exact distinct counts in one query hold all their hash tables at once.
 */
final class CompiledQuery {

    private final Relation relation;
    private final Map<Column, String> names = new LinkedHashMap<>();

    CompiledQuery(Relation relation, Collection<? extends Measure> measures) {
        this.relation = relation;
        measures.stream().flatMap(Measure::columns).distinct().forEach(column -> names.put(column, "c" + names.size()));
    }

    /** One row: the number of rows, then the measures in their order. */
    String aggregate(List<Measure> measures) {
        String numbers = Stream.concat(Stream.of("count(*)"), measures.stream().map(this::expression))
                .collect(Collectors.joining(", "));
        return "SELECT " + numbers + " FROM " + rows();
    }

    /** One row: the rows beyond the first of each group. */
    String duplicates(Measure.Duplicates duplicates) {
        List<String> key = duplicates.key().stream().map(this::name).toList();
        if (key.size() == 1) {
            return "SELECT count(%1$s) - count(DISTINCT %1$s) FROM %2$s".formatted(key.getFirst(), rows());
        }
        String columns = String.join(", ", key);
        String filled = key.stream().map(name -> name + " IS NOT NULL").collect(Collectors.joining(" AND "));
        return "SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM %s WHERE %s GROUP BY %s)"
                .formatted(rows(), filled, columns);
    }

    private String rows() {
        String values = names.entrySet().stream()
                .map(entry -> relation.value(actual(entry.getKey())) + " AS " + entry.getValue())
                .collect(Collectors.joining(", "));
        List<String> wanted = names.keySet().stream()
                .map(column -> actual(column).top())
                .distinct()
                .toList();
        return "(SELECT " + (values.isEmpty() ? "1" : values) + " FROM " + relation.source(wanted) + ")";
    }

    private Column actual(Column column) {
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
            case Measure.Invalid invalid ->
                countIf(invalid.rules().stream()
                        .map(rule -> values(rule.column()).breaks(rule))
                        .collect(Collectors.joining(" OR ")));
            case Measure.Duplicates duplicates ->
                throw new IllegalArgumentException("a query of its own: " + duplicates);
            case Measure.Answer answer -> throw new IllegalArgumentException("an author's query: " + answer);
        };
    }

    private static String countIf(String condition) {
        return "count(*) FILTER (WHERE " + condition + ")";
    }

    private String name(Column column) {
        return Objects.requireNonNull(names.get(column));
    }

    private ValuesSql values(Column column) {
        return new ValuesSql(name(column), relation.sqlType(actual(column)));
    }
}
