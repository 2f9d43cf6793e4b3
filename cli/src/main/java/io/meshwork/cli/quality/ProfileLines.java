package io.meshwork.cli.quality;

import io.meshwork.cli.Percent;
import io.meshwork.cli.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The profile of a dataset for people. */
final class ProfileLines {

    private ProfileLines() {}

    static List<String> of(JsonNode dataset) {
        String name = dataset.path("dataset").asString("");
        if (dataset.path("reason").isString()) {
            return List.of("profile of " + name + ": " + dataset.path("reason").asString(""));
        }
        List<String> lines = new ArrayList<>(List.of("profile of %s: %s rows, values of %s looked at"
                .formatted(
                        name,
                        dataset.path("rows").asString("0"),
                        dataset.path("sampled").asString("0"))));
        Table table =
                new Table(List.of("FIELD", "TYPE", "NULL", "DISTINCT", "LEAST", "GREATEST", "LENGTH", "FREQUENT"));
        List<String> found = new ArrayList<>();
        for (JsonNode field : dataset.path("fields")) {
            table.row(row(field));
            JsonNode undeclared = field.path("undeclared");
            if (undeclared.isObject()) {
                found.add(warning(field.path("name").asString(""), undeclared));
            }
        }
        lines.addAll(table.lines());
        int left = dataset.path("left").asInt(0);
        if (left > 0) {
            lines.add(left + " more fields were not looked at.");
        }
        lines.addAll(found);
        return lines;
    }

    private static List<String> row(JsonNode field) {
        return List.of(
                Printable.of(field.path("name").asString(""))
                        + (field.path("inContract").asBoolean(true) ? "" : " *"),
                field.path("type").asString(""),
                Percent.of(field.path("nullRate").asDouble(0)),
                field.path("distinct").asString("-"),
                Printable.of(field.path("least").asString("-")),
                Printable.of(field.path("greatest").asString("-")),
                field.path("shortest").isNumber()
                        ? field.path("shortest").asLong(0) + ".."
                                + field.path("longest").asLong(0)
                        : "-",
                field.path("hidden").isString() ? "(" + field.path("hidden").asString("") + ")" : top(field));
    }

    private static String top(JsonNode field) {
        return StreamSupport.stream(field.path("top").spliterator(), false)
                .limit(3)
                .map(value -> Printable.of(value.path("value").asString("")) + " "
                        + Percent.of(value.path("share").asDouble(0)))
                .collect(Collectors.joining(", "));
    }

    private static String warning(String field, JsonNode found) {
        return "! `%s` seems to hold personal data that the contract does not declare: %s, in %s of the values looked at, confidence %s."
                .formatted(
                        Printable.of(field),
                        found.path("form").asString(""),
                        Percent.of(found.path("share").asDouble(0)),
                        Numbers.of(found.path("confidence")));
    }
}
