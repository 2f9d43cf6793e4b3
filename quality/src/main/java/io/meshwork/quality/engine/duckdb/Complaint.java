package io.meshwork.quality.engine.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What DuckDB says, fit for an event that everyone reads: one line, without values from the data and without the machine's paths.
 */
final class Complaint {

    private static final Pattern CSV_LINE = Pattern.compile("CSV Error on Line: (\\d+)");
    private static final Pattern CSV_COLUMNS =
            Pattern.compile("^Expected Number of Columns: \\d+ Found: \\d+", Pattern.MULTILINE);
    private static final Pattern JSON_PLACE = Pattern.compile("at byte \\d+ in (record/value|line) (\\d+)");
    private static final Pattern TYPE = Pattern.compile("^([A-Za-z ]+ Error): (.*)$", Pattern.DOTALL);

    private Complaint() {}

    enum Kind {
        TIMEOUT,
        MEMORY,
        DATA
    }

    static Kind kind(SQLException e) {
        String message = message(e);
        // Only its beginning is DuckDB's own: the rest may quote the data.
        if (message.startsWith("INTERRUPT") || message.startsWith("Interrupted")) {
            return Kind.TIMEOUT;
        }
        return message.startsWith("Out of Memory Error") ? Kind.MEMORY : Kind.DATA;
    }

    static String about(SQLException e, Path file, String location) {
        String message = message(e);
        return csvLine(message).or(() -> jsonPlace(message)).orElseGet(() -> general(message, file, location));
    }

    private static Optional<String> csvLine(String message) {
        Matcher line = CSV_LINE.matcher(message);
        if (!line.find()) {
            return Optional.empty();
        }
        Matcher columns = CSV_COLUMNS.matcher(message);
        String why = columns.find() ? columns.group().toLowerCase(Locale.ROOT) : "it is not valid CSV in UTF-8";
        return Optional.of("line " + line.group(1) + " cannot be read: " + why);
    }

    private static Optional<String> jsonPlace(String message) {
        Matcher matcher = JSON_PLACE.matcher(message);
        return matcher.find() ? Optional.of("record " + matcher.group(2) + " is not valid JSON") : Optional.empty();
    }

    private static String general(String message, Path file, String location) {
        Matcher matcher = TYPE.matcher(message);
        String type = matcher.matches() ? matcher.group(1) : "Error";
        return switch (type) {
            case "Conversion Error" -> "a value cannot be converted to the type that the query asks for";
            case "Binder Error", "Catalog Error", "Parser Error", "Permission Error", "Out of Memory Error" ->
                firstLine(message, file, location);
            case "Invalid Input Error", "IO Error" ->
                message.contains(file.toString())
                        ? firstLine(message, file, location)
                        : "the data cannot be read: " + type;
            default -> "the data cannot be read: " + type;
        };
    }

    private static String firstLine(String message, Path file, String location) {
        String line = message.lines().findFirst().orElse("").replace(file.toString(), location);
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }

    private static String message(SQLException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
