package io.meshwork.cli.subscription;

import io.meshwork.cli.Table;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Subscriptions for people to read. */
final class SubscriptionLines {

    /** A longer filter is told in full by {@code mesh subscription show}. */
    private static final int WIDEST = 60;

    private SubscriptionLines() {}

    static List<String> table(JsonNode subscriptions) {
        var table =
                new Table(List.of("SUBSCRIPTION", "TEAM", "WHAT", "SEVERITY", "CHANNEL", "WHEN", "STATE", "SOURCE"));
        subscriptions.forEach(one -> table.row(List.of(
                text(one, "id"),
                text(one, "subscriber"),
                cell(what(one)),
                text(one, "minimumSeverity"),
                channel(one),
                cell(When.of(one.path("schedule"))),
                state(one),
                text(one, "source"))));
        return table.lines();
    }

    static List<String> card(JsonNode one) {
        return List.of(
                text(one, "id") + ": " + state(one),
                "team       " + text(one, "subscriber")
                        + (text(one, "contact").isEmpty() ? "" : ", " + text(one, "contact")),
                "what       " + what(one),
                "severity   " + text(one, "minimumSeverity") + " and above",
                "channel    " + channel(one),
                "when       " + When.of(one.path("schedule")),
                "until      " + (text(one, "until").isEmpty() ? "it is ended" : text(one, "until")),
                "source     " + text(one, "source"),
                "revision   " + text(one, "revision") + ", " + text(one, "changedAt"));
    }

    /** The topic of a subscription: what its reader has to know. */
    static List<String> topic(JsonNode topic) {
        return Stream.of(
                        "topic      " + text(topic, "name") + ", " + text(topic, "state") + ", kept for "
                                + text(topic, "retentionHours") + " h",
                        "readers    " + readers(topic),
                        "groups     " + text(topic, "groupPrefix") + "*",
                        text(topic, "trouble").isEmpty() ? "" : "trouble    " + text(topic, "trouble"))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String readers(JsonNode topic) {
        return switch (text(topic, "rights")) {
            case "granted" -> text(topic, "reader");
            case "nobody" -> "nobody is named; --reader names one";
            case "no_authorizer" -> "whoever reaches the broker, which asks nobody";
            case "withheld" -> "not granted";
            default -> "none yet";
        };
    }

    private static String cell(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }

    private static String what(JsonNode one) {
        var filter = text(one, "filter").replaceAll("\\s+", " ");
        var parts = Stream.concat(
                        Stream.of("products", "domains", "tags", "eventTypes", "changedFields")
                                .flatMap(field -> part(one, field)),
                        filter.isEmpty() ? Stream.empty() : Stream.of("filter " + filter))
                .toList();
        return parts.isEmpty() ? "everything" : String.join("; ", parts);
    }

    private static Stream<String> part(JsonNode one, String field) {
        var words =
                one.path(field).values().stream().map(word -> word.asString("")).toList();
        var name = switch (field) {
            case "products" -> "";
            case "domains" -> "domain ";
            case "tags" -> "tag ";
            case "eventTypes" -> "event ";
            default -> "changed ";
        };
        return words.isEmpty() ? Stream.empty() : Stream.of(name + String.join(", ", words));
    }

    private static String channel(JsonNode one) {
        return text(one, "channel") + (text(one, "target").isEmpty() ? "" : " " + text(one, "target"));
    }

    private static String state(JsonNode one) {
        if (!one.path("active").asBoolean(true)) {
            return "ended";
        }
        return one.path("paused").asBoolean(false) ? "paused" : "active";
    }

    private static String text(JsonNode one, String field) {
        return one.path(field).asString("");
    }
}
