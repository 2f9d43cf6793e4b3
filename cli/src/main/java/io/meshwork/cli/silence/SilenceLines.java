package io.meshwork.cli.silence;

import io.meshwork.cli.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Silences for people to read. */
final class SilenceLines {

    /** A longer text is told in full by {@code mesh silence show}. */
    private static final int WIDEST = 60;

    private SilenceLines() {}

    static List<String> table(JsonNode silences) {
        var table = new Table(List.of("SILENCE", "STATE", "WHAT", "WHEN", "TEAM", "REASON"));
        silences.forEach(one -> table.row(List.of(
                text(one, "id"),
                state(one),
                cell(what(one)),
                cell(when(one)),
                text(one, "team"),
                cell(text(one, "reason")))));
        return table.lines();
    }

    static List<String> card(JsonNode one) {
        return List.of(
                text(one, "id") + ": " + state(one),
                "what       " + what(one),
                "when       " + when(one),
                "team       " + text(one, "team"),
                "reason     " + text(one, "reason"),
                "revision   " + text(one, "revision") + ", " + text(one, "principal") + ", "
                        + Table.moment(one.path("changedAt")));
    }

    private static String state(JsonNode one) {
        return text(one, "state").replace('_', ' ');
    }

    private static String when(JsonNode one) {
        var until = Table.moment(one.path("until"));
        var span = Table.moment(one.path("from")) + " to " + (until.isEmpty() ? "its end" : until);
        var weekly = one.path("weekly");
        if (!weekly.isObject()) {
            return span;
        }
        var hours = text(weekly, "from") + "-" + text(weekly, "to") + " (" + text(weekly, "zone") + ")";
        var days = words(weekly, "days");
        return (days.isEmpty() ? "daily" : String.join(",", days)) + " " + hours + (until.isEmpty() ? "" : ", " + span);
    }

    private static String what(JsonNode one) {
        var severity = text(one, "minimumSeverity");
        var parts = Stream.concat(
                        Stream.of("products", "domains", "tags", "eventTypes").flatMap(field -> part(one, field)),
                        severity.equals("info") ? Stream.empty() : Stream.of(severity + " and above"))
                .collect(Collectors.joining("; "));
        return parts.isEmpty() ? "everything" : parts;
    }

    private static Stream<String> part(JsonNode one, String field) {
        var name = switch (field) {
            case "products" -> "";
            case "domains" -> "domain ";
            case "tags" -> "tag ";
            default -> "event ";
        };
        var words = words(one, field);
        return words.isEmpty() ? Stream.empty() : Stream.of(name + String.join(", ", words));
    }

    private static List<String> words(JsonNode one, String field) {
        return one.path(field).values().stream().map(word -> word.asString("")).toList();
    }

    private static String cell(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }

    private static String text(JsonNode one, String field) {
        return one.path(field).asString("");
    }
}
