package io.meshwork.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** For whom a report is written. */
public final class ReportOption {

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
}
