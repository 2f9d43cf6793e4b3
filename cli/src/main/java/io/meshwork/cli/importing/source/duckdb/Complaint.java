package io.meshwork.cli.importing.source.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What DuckDB says of a file it cannot read, in one line and without values from the data. */
final class Complaint {

    private static final Pattern CSV_LINE = Pattern.compile("CSV Error on Line: (\\d+)");
    private static final Pattern CSV_COLUMNS =
            Pattern.compile("^Expected Number of Columns: \\d+ Found: \\d+", Pattern.MULTILINE);
    private static final Pattern JSON_PLACE = Pattern.compile("at byte \\d+ in (?:record/value|line) (\\d+)");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final int LONGEST = 200;

    private Complaint() {}

    static String about(SQLException e, Path file) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (message.startsWith("Out of Memory Error")) {
            return "its values are too large for 512 MiB of memory";
        }
        if (message.contains("Duplicate name")) {
            return "an object in it has keys that differ in upper and lower case only, and cannot be told apart";
        }
        Matcher line = CSV_LINE.matcher(message);
        if (line.find()) {
            Matcher columns = CSV_COLUMNS.matcher(message);
            return "line " + line.group(1) + ": "
                    + (columns.find()
                            ? columns.group().toLowerCase(Locale.ROOT)
                            : "it is not valid CSV with a header, in UTF-8");
        }
        Matcher record = JSON_PLACE.matcher(message);
        return record.find() ? "record " + record.group(1) + " is not valid JSON" : general(message, file);
    }

    private static String general(String message, Path file) {
        String line = message.lines().findFirst().orElse("").replace(file.toString(), "the file");
        String bare = QUOTED.matcher(line).replaceAll("…");
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) + "…" : bare;
    }
}
