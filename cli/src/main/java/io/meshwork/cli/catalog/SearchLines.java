package io.meshwork.cli.catalog;

import io.meshwork.cli.Percent;
import io.meshwork.cli.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a search found, for people. */
final class SearchLines {

    private static final int WIDEST = 60;
    private static final int MOST_VALUES = 6;

    /** What the catalog leaves out unless it is asked for: facets and their values. */
    private static final Map<String, String> HIDDEN = Map.of("state", "blocked", "lifecycle", "retired");

    /** Facets whose values are the catalog's words. */
    private static final Set<String> WORDS = Set.of("state", "quality", "type");

    private SearchLines() {}

    /** @param hidden whether retired and blocked products were asked for, too */
    static List<String> of(JsonNode found, boolean hidden) {
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
        Map<String, Integer> leftOut = hidden ? Map.of() : leftOut(found.path("facets"));
        if (!leftOut.isEmpty()) {
            lines.add(notShown(leftOut));
        }
        int ignored = found.path("ignoredWords").asInt(0);
        if (ignored > 0) {
            lines.add("The last " + ignored + " words were too many and not looked for.");
        }
        if (total > 1) {
            found.path("facets").forEach(facet -> facet(facet, leftOut.keySet(), lines));
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

    /** Counts of products that fit, and are left out unless they are asked for; by the value that hides them. */
    private static Map<String, Integer> leftOut(JsonNode facets) {
        Map<String, Integer> leftOut = new LinkedHashMap<>();
        for (JsonNode facet : facets) {
            JsonNode values = facet.path("values");
            if (values.valueStream().noneMatch(value -> value.path("selected").asBoolean(false))) {
                values.valueStream()
                        .filter(value -> text(value, "value").equals(HIDDEN.get(text(facet, "name"))))
                        .forEach(value -> leftOut.put(
                                text(value, "value"), value.path("count").asInt(0)));
            }
        }
        return leftOut;
    }

    private static String notShown(Map<String, Integer> leftOut) {
        boolean one = leftOut.values().stream().mapToInt(Integer::intValue).sum() == 1;
        return leftOut.entrySet().stream()
                .map(hidden -> hidden.getValue() + " " + hidden.getKey())
                .collect(Collectors.joining(
                        " and ", "", one ? " is not shown; --hidden shows it" : " are not shown; --hidden shows them"));
    }

    /** What all have in common does not help to choose. */
    private static void facet(JsonNode facet, Set<String> leftOut, List<String> lines) {
        String name = text(facet, "name");
        List<JsonNode> values = facet.path("values")
                .valueStream()
                .filter(value -> !(HIDDEN.containsKey(name) && leftOut.contains(text(value, "value"))))
                .toList();
        if (values.size() > 1) {
            int more = facet.path("more").asInt(0) + Math.max(values.size() - MOST_VALUES, 0);
            String counts = values.stream()
                    .limit(MOST_VALUES)
                    .map(value -> words(name, text(value, "value")) + " " + text(value, "count"))
                    .collect(Collectors.joining(", "));
            lines.add(String.format(Locale.ROOT, "  %-15s %s%s", name, counts, more > 0 ? ", " + more + " more" : ""));
        }
    }

    /** Names and tags are what their owners wrote. */
    private static String words(String facet, String value) {
        return WORDS.contains(facet) ? value.replace('_', ' ') : value;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
