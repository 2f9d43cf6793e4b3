package io.meshwork.cli.incident;

import io.meshwork.cli.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Incidents for people to read. */
final class IncidentLines {

    /** A longer headline is told in full by {@code mesh incident show}. */
    private static final int WIDEST = 80;

    private IncidentLines() {}

    static List<String> table(JsonNode incidents, Instant now) {
        var table = new Table(List.of("NR", "SEVERITY", "STATE", "SINCE", "ABOUT", "WHAT", "BY"));
        incidents.forEach(one -> table.row(List.of(
                text(one, "id"),
                text(one, "severity"),
                text(one, "state"),
                Table.age(Duration.between(Instant.parse(text(one, "openedAt")), now)),
                about(one),
                cell(text(one, "headline")),
                text(one, "handler"))));
        return table.lines();
    }

    static List<String> card(JsonNode found) {
        var one = found.path("incident");
        var lines = new ArrayList<String>();
        lines.add("Incident " + text(one, "id") + ": " + text(one, "headline"));
        one.path("details").forEach(detail -> lines.add("  " + detail.asString("")));
        add(lines, "advice", text(one, "advice"));
        add(lines, "state", state(one));
        add(lines, "severity", text(one, "severity"));
        add(lines, "about", (about(one) + " " + text(one, "version")).strip());
        add(lines, "team", text(one, "team"));
        add(lines, "since", Table.moment(one.path("openedAt")));
        add(lines, "alerts", counts(one));
        var silence = found.path("silence");
        if (silence.isObject()) {
            add(
                    lines,
                    "silenced",
                    "by " + text(silence, "id") + " until " + Table.moment(silence.path("until")) + ": "
                            + text(silence, "reason"));
        }
        section(lines, "story", found.path("story").values().stream().map(IncidentLines::line));
        section(lines, "told", found.path("told").values().stream().map(IncidentLines::told));
        section(
                lines,
                "waiting",
                found.path("notifications").values().stream()
                        .filter(message -> text(message, "state").equals("waiting"))
                        .map(IncidentLines::waiting));
        return lines;
    }

    private static void add(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(String.format("%-10s %s", name, value));
        }
    }

    private static void section(List<String> lines, String name, Stream<String> entries) {
        var found = entries.toList();
        for (int i = 0; i < found.size(); i++) {
            lines.add(String.format("%-10s %s", i == 0 ? name : "", found.get(i)));
        }
    }

    private static String state(JsonNode one) {
        var handler = text(one, "handler");
        var note = text(one, "note");
        return text(one, "state") + (handler.isEmpty() ? "" : " by " + handler) + (note.isEmpty() ? "" : ": " + note);
    }

    private static String counts(JsonNode one) {
        int flaps = one.path("flaps").asInt(0);
        return text(one, "alerts") + (flaps == 0 ? "" : ", came back " + (flaps == 1 ? "once" : flaps + " times"));
    }

    private static String line(JsonNode line) {
        var by = text(line, "principal");
        var note = text(line, "note");
        return Table.moment(line.path("at")) + "  " + text(line, "what") + (by.isEmpty() ? "" : " by " + by)
                + (note.isEmpty() ? "" : ": " + note);
    }

    private static String told(JsonNode told) {
        var target = text(told, "target");
        return Table.moment(told.path("at")) + "  " + text(told, "channel") + (target.isEmpty() ? "" : " " + target)
                + ", as " + text(told, "state");
    }

    private static String waiting(JsonNode message) {
        var until = Table.moment(message.path("notBefore"));
        var reason = text(message, "reason");
        return text(message, "subscription") + " on " + text(message, "channel")
                + (until.isEmpty() ? "" : ", until " + until) + (reason.isEmpty() ? "" : ": " + reason);
    }

    private static String about(JsonNode one) {
        return Stream.of("product", "domain")
                .map(field -> text(one, field))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("the platform");
    }

    private static String cell(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }

    private static String text(JsonNode one, String field) {
        return one.path(field).asString("");
    }
}
