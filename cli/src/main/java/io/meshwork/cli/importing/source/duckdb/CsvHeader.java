package io.meshwork.cli.importing.source.duckdb;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The first record of a CSV file. */
final class CsvHeader {

    private static final String DELIMITERS = ",;\t|";
    private static final int LONGEST = 1 << 20;

    /** An address of a person, a number, a date: no name of a column, and nothing that may get into a contract. */
    private static final Pattern DATA = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+|[+-]?\\d[\\d.,:/TZ +-]*");

    private CsvHeader() {}

    /** The most frequent of the usual ones outside of quotes, as the quality service decides it too. */
    static char delimiter(Path file) throws IOException {
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        // Any byte is a character here: who is not UTF-8 hears so from DuckDB.
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            int c = reader.read();
            for (int length = 0; c >= 0 && length < LONGEST && (quoted || (c != '\n' && c != '\r')); length++) {
                quoted ^= c == '"';
                int index = DELIMITERS.indexOf(c);
                if (!quoted && index >= 0) {
                    counts[index]++;
                }
                c = reader.read();
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS.charAt(best);
    }

    /** Whether one of the cells would be strange as a name and usual as a value. */
    static boolean isData(List<String> cells) {
        return cells.stream().anyMatch(cell -> DATA.matcher(cell).matches());
    }
}
