package io.meshwork.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Rows in columns as wide as their widest cell. */
public final class Table {

    private static final Pattern FRACTION = Pattern.compile("\\.\\d+Z$");

    private final List<List<String>> rows = new ArrayList<>();

    public Table(List<String> header) {
        rows.add(List.copyOf(header));
    }

    public void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** A moment of an answer, to the second; nothing when there is none. */
    public static String moment(JsonNode moment) {
        return FRACTION.matcher(moment.asString("")).replaceFirst("Z");
    }

    /** In the largest unit that fits. */
    public static String age(Duration age) {
        if (age.toSeconds() < 1) {
            return "now";
        }
        if (age.toMinutes() < 1) {
            return age.toSeconds() + " s";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min";
        }
        return age.toDays() < 1 ? age.toHours() + " h" : age.toDays() + " d";
    }

    /** Header and rows, a line each. */
    public List<String> lines() {
        int[] widths = IntStream.range(0, rows.getFirst().size())
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
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
