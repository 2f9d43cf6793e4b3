package io.meshwork.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** For whom a report is written, and what its options say of days. */
public final class ReportOption {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @Option(names = "--csv", description = "As CSV, for spreadsheets.")
    private boolean csv;

    @Mixin
    private final OutputOption output = new OutputOption();

    /**
     * @param found as the service answered
     * @param columns of the CSV, whose values are ids, words and numbers
     * @param lines the same for people
     */
    public void write(
            PrintWriter out, Object found, List<String> columns, List<List<String>> rows, List<String> lines) {
        if (!csv) {
            output.write(out, found, lines);
            return;
        }
        out.println(String.join(",", columns));
        rows.forEach(row -> out.println(String.join(",", row)));
    }

    /** A day is its first moment in UTC; anything else is left to the service. */
    public static @Nullable String beginning(@Nullable String moment) {
        return isDay(moment) ? moment + "T00:00:00Z" : moment;
    }

    /** A day is its last moment in UTC. */
    public static @Nullable String end(@Nullable String moment) {
        return isDay(moment) ? moment + "T23:59:59.999999Z" : moment;
    }

    private static boolean isDay(@Nullable String moment) {
        return moment != null && DAY.matcher(moment).matches();
    }
}
