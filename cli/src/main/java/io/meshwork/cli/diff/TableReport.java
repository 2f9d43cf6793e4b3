package io.meshwork.cli.diff;

import io.meshwork.cli.Table;
import io.meshwork.contract.change.Change;
import io.meshwork.contract.change.Impact;
import io.meshwork.contract.change.VersionVerdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table per impact, and a last line that says which version the changes ask for. */
final class TableReport {

    private static final List<String> HEADER = List.of("PATH", "CHANGE", "BEFORE → AFTER", "REASON");

    /** Longest value in a cell, characters; the other formats have it whole. */
    private static final int LONGEST = 60;

    private TableReport() {}

    static String render(Comparison comparison) {
        Stream<String> groups = Stream.of(Impact.values())
                .filter(impact -> !comparison.of(impact).isEmpty())
                .map(impact -> group(impact, comparison.of(impact)));
        return Stream.concat(groups, Stream.of(summary(comparison) + "\n")).collect(Collectors.joining("\n"));
    }

    private static String group(Impact impact, List<Change> changes) {
        Table table = new Table(HEADER);
        changes.forEach(change -> table.row(List.of(
                change.path(), change.kind().text(), values(change.before(), change.after()), change.reason())));
        return "%s (%d)\n%s\n".formatted(impact.name(), changes.size(), String.join("\n", table.lines()));
    }

    private static String values(@Nullable Object before, @Nullable Object after) {
        return cell(before) + " → " + cell(after);
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "-" : value.toString().replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String summary(Comparison comparison) {
        if (comparison.changes().isEmpty()) {
            return "No change between %s %s and %s."
                    .formatted(
                            comparison.before().id(),
                            comparison.before().version(),
                            comparison.after().version());
        }
        String counts = Stream.of(Impact.values())
                .map(impact ->
                        comparison.of(impact).size() + " " + impact.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return comparison.after().id() + ": " + counts + ". " + version(comparison);
    }

    private static String version(Comparison comparison) {
        return switch (comparison.verdict()) {
            case VersionVerdict.Enough enough -> "Version " + enough.declared() + " is enough.";
            case VersionVerdict.TooLow low ->
                "Version %s is not enough after %s: publish as %s."
                        .formatted(low.declared(), low.from(), low.required());
        };
    }
}
