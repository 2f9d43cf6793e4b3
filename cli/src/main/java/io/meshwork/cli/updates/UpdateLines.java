package io.meshwork.cli.updates;

import io.meshwork.cli.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Updates for people to read. */
final class UpdateLines {

    /** What a terminal would obey instead of showing it. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{C}");

    private UpdateLines() {}

    /** @param updates oldest first */
    static List<String> table(List<JsonNode> updates) {
        var table = new Table(List.of("TIME", "SEVERITY", "KIND", "PRODUCT", "HEADLINE"));
        updates.forEach(update -> table.row(List.of(
                Table.moment(update.path("toldAt")),
                text(update, "severity"),
                text(update, "kind"),
                text(update, "productId"),
                text(update, "headline"))));
        return table.lines();
    }

    /** One that came just now: a line, and what explains it below. */
    static List<String> block(JsonNode update) {
        var lines = new ArrayList<String>();
        lines.add("%-20s  %-8s  %-18s  %s"
                .formatted(
                        Table.moment(update.path("toldAt")),
                        text(update, "severity"),
                        text(update, "kind"),
                        text(update, "headline"))
                .stripTrailing());
        update.path("details").forEach(detail -> lines.add("    " + shown(detail)));
        if (update.has("advice")) {
            lines.add("    " + text(update, "advice"));
        }
        return lines;
    }

    private static String text(JsonNode update, String field) {
        return shown(update.path(field));
    }

    private static String shown(JsonNode text) {
        return INVISIBLE.matcher(text.asString("")).replaceAll("?");
    }
}
