package io.meshwork.cli.quality;

import io.meshwork.cli.Table;
import io.meshwork.quality.results.ResultsView;
import java.util.ArrayList;
import java.util.List;

/** Reported checks for people. Names and reasons are from a document, and shown as text and nothing else. */
final class ReportLines {

    private ReportLines() {}

    /** @param done what became of them, such as {@code reported} */
    static List<String> of(ResultsView report, String done) {
        Table table = new Table(List.of("CHECK", "DATASET", "COLUMN", "DIMENSION", "MEASURED", "STATUS"));
        report.checks()
                .forEach(check -> table.row(List.of(
                        plain(check.name()),
                        plain(check.dataset()),
                        plain(check.column()),
                        check.dimension(),
                        Numbers.of(check.measured()),
                        check.status().replace('_', ' ') + (check.severity().equals("warning") ? " (warning)" : ""))));
        List<String> lines = new ArrayList<>(table.lines());
        report.checks().stream()
                .filter(check -> check.message() != null)
                .forEach(
                        check -> lines.add("  " + plain(check.name()) + ": " + plain(String.valueOf(check.message()))));
        lines.add("");
        lines.add(report.checks().size() + " checks of " + report.tool() + " " + done + " for " + report.productId()
                + (report.version() == null ? "" : "@" + report.version()) + ": " + counts(report.counts()));
        if (!report.leftOut().isEmpty()) {
            lines.add("left out, as they tell nothing of the data: " + String.join(", ", report.leftOut()));
        }
        return lines;
    }

    private static String counts(ResultsView.Counts counts) {
        List<String> words = new ArrayList<>();
        words.add(counts.passed() + " passed");
        words.add(counts.failed() + " failed");
        if (counts.error() > 0) {
            words.add(counts.error() + " could not be tested");
        }
        if (counts.notRun() > 0) {
            words.add(counts.notRun() + " not run");
        }
        return String.join(", ", words);
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{C}", "?");
    }
}
