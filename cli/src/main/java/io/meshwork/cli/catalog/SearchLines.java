package io.meshwork.cli.catalog;

import io.meshwork.cli.Percent;
import io.meshwork.cli.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a search found, for people. */
final class SearchLines {

    private static final int WIDEST = 60;
    private static final int MOST_VALUES = 6;

    private SearchLines() {}

    static List<String> of(JsonNode found) {
        List<String> lines = new ArrayList<>();
        long total = found.path("total").asLong();
        int shown = found.path("items").size();
        if (shown == 0) {
            lines.add("Nothing found." + suggestion(found));
        } else {
            lines.addAll(products(found.path("items")));
            lines.add("");
            lines.add((shown < total ? shown + " of " + total : String.valueOf(total))
                    + (total == 1 ? " product" : " products"));
        }
        int ignored = found.path("ignoredWords").asInt(0);
        if (ignored > 0) {
            lines.add("The last " + ignored + " words were too many and not looked for.");
        }
        if (total > 1) {
            found.path("facets").forEach(facet -> facet(facet, lines));
        }
        return lines;
    }

    static List<String> names(JsonNode suggestions) {
        return suggestions
                .path("items")
                .valueStream()
                .map(item -> text(item, "id"))
                .toList();
    }

    private static List<String> products(JsonNode items) {
        Table table = new Table(List.of("PRODUCT", "VERSION", "STATE", "QUALITY", "USED BY", "ABOUT"));
        items.forEach(item -> table.row(List.of(
                text(item, "id"),
                text(item, "version"),
                text(item, "state").replace('_', ' '),
                quality(item),
                text(item, "usage"),
                about(item))));
        return table.lines();
    }

    private static String quality(JsonNode item) {
        JsonNode score = item.path("qualityScore");
        return score.isNumber() ? Percent.of(score) : text(item, "quality").replace('_', ' ');
    }

    private static String about(JsonNode item) {
        String title = text(item, "title");
        String about = (title.isEmpty() ? text(item, "description") : title).replaceAll("\\s+", " ");
        return about.length() <= WIDEST ? about : about.substring(0, WIDEST - 1) + "…";
    }

    private static String suggestion(JsonNode found) {
        String suggestion = text(found, "suggestion");
        return suggestion.isEmpty() ? "" : " Did you mean: mesh search " + suggestion;
    }

    /** What all have in common does not help to choose. */
    private static void facet(JsonNode facet, List<String> lines) {
        JsonNode values = facet.path("values");
        if (values.size() > 1) {
            int more = facet.path("more").asInt(0) + Math.max(values.size() - MOST_VALUES, 0);
            String counts = values.valueStream()
                    .limit(MOST_VALUES)
                    .map(value -> text(value, "value") + " " + text(value, "count"))
                    .collect(Collectors.joining(", "));
            lines.add(String.format(
                    Locale.ROOT, "  %-15s %s%s", text(facet, "name"), counts, more > 0 ? ", " + more + " more" : ""));
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
