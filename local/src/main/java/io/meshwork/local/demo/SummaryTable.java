package io.meshwork.local.demo;

import io.meshwork.cli.Percent;
import io.meshwork.local.demo.Examples.Example;
import java.util.ArrayList;
import java.util.List;

/** One line per example: what it came to. */
final class SummaryTable {

    private static final String FORMAT = "  %-30s %-9s %-12s %-8s %-22s %s";

    private SummaryTable() {}

    static List<String> of(List<Example> examples, Story story) {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(FORMAT, "PRODUCT", "VERSION", "COMPLIANCE", "QUALITY", "STATUS", "SUBMITTED TO STATUS"));
        examples.forEach(example -> lines.add(story.listing(example.product())
                .map(SummaryTable::line)
                .orElseGet(() -> String.format(FORMAT, example.product(), "–", "–", "–", "not published", "–"))));
        if (examples.stream()
                .flatMap(example -> story.listing(example.product()).stream())
                .anyMatch(SummaryTable::isWarnedOfItsData)) {
            lines.add("  Data that fails its checks warns; what blocks is a mandatory policy, and "
                    + "observed-quality (./mesh policy packs compliance) can be made one.");
        }
        return lines;
    }

    private static boolean isWarnedOfItsData(Step.Listed listed) {
        return listed.quality().equals("failed") && listed.state().equals("listed_with_warnings");
    }

    private static String line(Step.Listed listed) {
        String quality = listed.score() == null ? listed.quality().replace('_', ' ') : Percent.of(listed.score());
        return String.format(
                FORMAT,
                listed.product(),
                listed.version(),
                listed.compliance(),
                quality,
                listed.state().replace('_', ' '),
                Story.taken(listed).toMillis() + " ms");
    }
}
