package io.meshwork.quality.engine.duckdb;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first record of a CSV file: names of the columns, and the delimiter by which they are told apart. */
record CsvHeader(List<String> names, String delimiter) {

    private static final int MAX_LENGTH = 1 << 20;
    private static final String DELIMITERS = ",;\t|";

    /** @throws IOException also when the file does not begin with a header in UTF-8 */
    static CsvHeader read(Path path, @Nullable String delimiter) throws IOException {
        String record = firstRecord(path);
        if (record.isBlank()) {
            throw new IOException("the file does not begin with a header");
        }
        char separator = delimiter == null ? mostFrequent(record) : delimiter.charAt(0);
        return new CsvHeader(distinct(split(record, separator)), String.valueOf(separator));
    }

    private static String firstRecord(Path path) throws IOException {
        StringBuilder record = new StringBuilder();
        boolean quoted = false;
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (!quoted && (c == '\n' || c == '\r')) {
                    break;
                }
                quoted ^= c == '"';
                record.append((char) c);
                if (record.length() > MAX_LENGTH) {
                    throw new IOException("the header is longer than 1 MiB");
                }
            }
        }
        return record.indexOf("\uFEFF") == 0 ? record.substring(1) : record.toString();
    }

    private static char mostFrequent(String record) {
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        for (char c : record.toCharArray()) {
            quoted ^= c == '"';
            int index = DELIMITERS.indexOf(c);
            if (!quoted && index >= 0) {
                counts[index]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS.charAt(best);
    }

    private static List<String> split(String record, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < record.length(); i++) {
            char c = record.charAt(i);
            boolean escapedQuote = quoted && c == '"' && i + 1 < record.length() && record.charAt(i + 1) == '"';
            if (escapedQuote) {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** Every column needs a name of its own, also when the header forgets one or repeats itself. */
    private static List<String> distinct(List<String> cells) {
        Set<String> seen = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i).isEmpty() ? "column" + i : cells.get(i);
            String candidate = name;
            for (int n = 1; !seen.add(candidate.toLowerCase(Locale.ROOT)); n++) {
                candidate = name + "_" + n;
            }
            names.add(candidate);
        }
        return names;
    }
}
