package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.engine.ColumnFigures;
import io.meshwork.quality.engine.Look;
import io.meshwork.quality.engine.sql.Relation;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at all columns of a file, most files in one scan. */
final class ColumnLook {

    static final int MOST_COLUMNS = 300;

    /** One column takes about 1 MB and thread while it is looked at, and planning grows with their square. */
    private static final int COLUMNS_AT_ONCE = 50;

    private static final int MOST_SAMPLED_ROWS = 2000;
    private static final int MOST_SAMPLED_VALUES = 200_000;

    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern ISO_TIMESTAMP = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}.{0,24}");
    private static final Pattern PADDED = Pattern.compile("[+-]?0\\d.*");

    private final Relation relation;
    private final Queries queries;
    private final Map<Column, Column> chosen = new LinkedHashMap<>();
    private final int left;

    ColumnLook(Relation relation, Queries queries, List<Column> first) {
        this.relation = relation;
        this.queries = queries;
        Map<Column, Column> all = new LinkedHashMap<>();
        first.forEach(column -> present(column, all));
        Set<String> named = all.values().stream().map(Column::top).collect(Collectors.toSet());
        relation.columns().stream()
                .filter(name -> !named.contains(name))
                .map(Column::named)
                .forEach(column -> all.put(column, column));
        all.entrySet().stream().limit(MOST_COLUMNS).forEach(entry -> chosen.put(entry.getKey(), entry.getValue()));
        this.left = all.size() - chosen.size();
    }

    private void present(Column column, Map<Column, Column> all) {
        String top = relation.actualName(column.top());
        if (top != null && relation.has(column)) {
            List<String> path = new ArrayList<>(column.path());
            path.set(0, top);
            all.put(column, new Column(path));
        }
    }

    Look look(@Nullable Long known) throws SQLException {
        long start = System.nanoTime();
        List<Map.Entry<Column, Column>> columns = List.copyOf(chosen.entrySet());
        long count = known == null
                ? queries.numbers("SELECT count(*) FROM (" + relation.rows(List.copyOf(chosen.values())) + ")")[0]
                : known;
        if (columns.isEmpty() || count == 0) {
            return new Look.Seen(count, 0, List.of(), left, since(start));
        }
        long wanted = Math.clamp(MOST_SAMPLED_VALUES / columns.size(), 100, MOST_SAMPLED_ROWS);
        long sampled = count;
        List<ColumnFigures> figures = new ArrayList<>();
        for (int from = 0; from < columns.size(); from += COLUMNS_AT_ONCE) {
            List<Map.Entry<Column, Column>> some =
                    columns.subList(from, Math.min(from + COLUMNS_AT_ONCE, columns.size()));
            sampled = Math.min(sampled, look(some, wanted, count, figures));
        }
        return new Look.Seen(count, sampled, figures, left, since(start));
    }

    /** Adds the figures of some columns; returns how many rows it sampled for them. */
    private long look(List<Map.Entry<Column, Column>> some, long wanted, long count, List<ColumnFigures> figures)
            throws SQLException {
        List<Column> actual = some.stream().map(Map.Entry::getValue).toList();
        List<ColumnSql> columns = IntStream.range(0, actual.size())
                .mapToObj(i -> new ColumnSql("c" + i, relation.sqlType(actual.get(i))))
                .toList();
        String rows = "(" + relation.rows(actual) + ")";
        Counted counted = small(columns, rows, wanted, count).orElse(null);
        if (counted == null) {
            counted = counted(columns, queries.onlyRow(sql(columns, rows, wanted, count)));
        }
        for (int i = 0; i < columns.size(); i++) {
            figures.add(figures(
                    some.get(i).getKey(), columns.get(i).type(), counted.raw().get(i), values(counted.sampled(), i)));
        }
        return counted.sampled().size();
    }

    /** @param sampled rows, each a list of texts */
    private record Counted(List<? extends List<?>> sampled, List<RawFigures> raw) {}

    /** Of a few texts everything is read; empty when there are more, other types, or values that only DuckDB understands. */
    private Optional<Counted> small(List<ColumnSql> columns, String rows, long wanted, long count) throws SQLException {
        if (count > wanted || !columns.stream().allMatch(ColumnSql::isText)) {
            return Optional.empty();
        }
        List<List<@Nullable String>> texts = queries.texts("SELECT "
                + columns.stream().map(ColumnSql::whole).collect(Collectors.joining(", ")) + " FROM " + rows
                + " LIMIT " + wanted);
        List<RawFigures> raw = IntStream.range(0, columns.size())
                .mapToObj(
                        i -> RawFigures.of(texts.stream().map(row -> row.get(i)).toList()))
                .flatMap(Optional::stream)
                .toList();
        return raw.size() < columns.size() ? Optional.empty() : Optional.of(new Counted(texts, raw));
    }

    private static Counted counted(List<ColumnSql> columns, List<@Nullable Object> row) {
        List<List<?>> sampled = row.getFirst() instanceof List<?> rows
                ? rows.stream().<List<?>>map(texts -> (List<?>) texts).toList()
                : List.of();
        List<RawFigures> raw = IntStream.range(0, columns.size())
                .mapToObj(i -> 1 + i * RawFigures.WIDTH)
                .map(from -> RawFigures.from(row.subList(from, from + RawFigures.WIDTH)))
                .toList();
        return new Counted(sampled, raw);
    }

    /** One row: a list of the sampled rows, each a list of texts, then the figures of each column. */
    private static String sql(List<ColumnSql> columns, String rows, long wanted, long count) {
        String keep = count <= wanted
                ? "TRUE"
                : "random() < " + BigDecimal.valueOf((double) wanted / count).toPlainString();
        String parts = Stream.concat(
                        Stream.of("*", keep + " AS keep"), columns.stream().flatMap(column -> column.parts().stream()))
                .collect(Collectors.joining(", "));
        String sample = columns.stream().map(ColumnSql::sample).collect(Collectors.joining(", "));
        String figures = Stream.concat(
                        Stream.of("list([" + sample + "]) FILTER (WHERE keep)"),
                        columns.stream().flatMap(column -> column.figures().stream()))
                .collect(Collectors.joining(", "));
        return "SELECT " + figures + " FROM (SELECT " + parts + " FROM " + rows + ")";
    }

    private static List<String> values(List<? extends List<?>> sampled, int column) {
        return sampled.stream()
                .<@Nullable Object>map(row -> row.get(column))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    private static ColumnFigures figures(Column column, String type, RawFigures raw, List<String> sample) {
        boolean text = type.equals("text");
        boolean numbers = text && raw.filled() > 0 && raw.numbers() == raw.filled() && none(sample, PADDED);
        String found = numbers ? "number" : text ? typeOfText(sample) : type;
        boolean bounded = !found.equals("nested");
        boolean still = found.equals("text");
        return new ColumnFigures(
                column,
                found,
                raw.filled(),
                Math.min(raw.filled(), raw.distinct()),
                bounded ? words(numbers ? raw.leastNumber() : raw.least()) : null,
                bounded ? words(numbers ? raw.greatestNumber() : raw.greatest()) : null,
                still ? raw.shortest() : null,
                still ? raw.longest() : null,
                bounded ? sample : List.of());
    }

    /** Text formats write everything as text. */
    private static String typeOfText(List<String> sample) {
        if (sample.isEmpty()) {
            return "text";
        }
        if (sample.stream().anyMatch(value -> value.startsWith("{") || value.startsWith("["))) {
            return "nested";
        }
        return all(sample, ISO_DATE) ? "date" : all(sample, ISO_TIMESTAMP) ? "timestamp" : "text";
    }

    private static boolean all(List<String> sample, Pattern pattern) {
        return sample.stream().allMatch(value -> pattern.matcher(value).matches());
    }

    private static boolean none(List<String> sample, Pattern pattern) {
        return sample.stream().noneMatch(value -> pattern.matcher(value).matches());
    }

    private static @Nullable String words(@Nullable Object bound) {
        return switch (bound) {
            case null -> null;
            case Double number ->
                new BigDecimal(number).stripTrailingZeros().toPlainString().length() > 30
                        ? number.toString()
                        : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            default -> bound.toString();
        };
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
