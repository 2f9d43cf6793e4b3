package io.meshwork.benchmarks.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a measurement came to.
 *
 * @param title what was measured, on how much
 * @param baseline what the values are compared to
 * @param remarks what else a reader should know, a line each
 */
public record Report(String title, String baseline, List<Figure> figures, List<String> remarks) {

    private static final List<String> HEADER = List.of("MEASURED", "VALUE", "BASELINE", "RATIO", "GOAL", "REACHED");

    public Report {
        figures = List.copyOf(figures);
        remarks = List.copyOf(remarks);
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        lines.add("Baseline: " + baseline);
        lines.add("");
        lines.addAll(table());
        lines.add("");
        lines.addAll(remarks);
        return String.join(System.lineSeparator(), lines);
    }

    private List<String> table() {
        List<List<String>> rows = Stream.concat(
                        Stream.of(HEADER),
                        figures.stream()
                                .map(f -> List.of(
                                        f.measured(), f.value(), f.baseline(), f.ratio(), f.goal(), f.reached())))
                .toList();
        int[] widths = IntStream.range(0, HEADER.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> row.get(column)
                        + " ".repeat(widths[column] - row.get(column).length()))
                .collect(Collectors.joining("   ", "  ", ""))
                .stripTrailing();
    }
}
