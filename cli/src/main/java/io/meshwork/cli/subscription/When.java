package io.meshwork.cli.subscription;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The schedule of a subscription for people to read. */
final class When {

    private static final int HOUR = 60;

    private When() {}

    static String of(JsonNode schedule) {
        if (!schedule.isObject()) {
            return "at once";
        }
        var zone = text(schedule, "zone");
        return Stream.of(digest(schedule), quiet(schedule), zone.isEmpty() ? "" : "(" + zone + ")")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String digest(JsonNode schedule) {
        int minutes = schedule.path("digestMinutes").asInt(0);
        if (minutes > 0) {
            return "every " + (minutes % HOUR == 0 ? minutes / HOUR + "h" : minutes + "m");
        }
        var at = text(schedule, "digestAt");
        return at.isEmpty() ? "at once" : days(schedule, "digestDays", "daily") + " " + at;
    }

    private static String quiet(JsonNode schedule) {
        var from = text(schedule, "quietFrom");
        if (from.isEmpty()) {
            return "";
        }
        var below = text(schedule, "quietBelow");
        return Stream.of(
                        "but not",
                        days(schedule, "quietDays", ""),
                        from + "-" + text(schedule, "quietTo"),
                        below.equals("critical") ? "" : "below " + below)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String days(JsonNode schedule, String field, String all) {
        List<String> days = schedule.path(field).values().stream()
                .map(day -> day.asString(""))
                .toList();
        return days.isEmpty() ? all : String.join(",", days);
    }

    private static String text(JsonNode one, String field) {
        return one.path(field).asString("");
    }
}
