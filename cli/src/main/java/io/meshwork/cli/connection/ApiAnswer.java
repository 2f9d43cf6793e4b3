package io.meshwork.cli.connection;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a service said. */
public sealed interface ApiAnswer {

    /** @param text the body as it came */
    record Found(JsonNode body, String text) implements ApiAnswer {}

    /** Taken, but not decided yet. */
    record Undecided(String location) implements ApiAnswer {}

    /**
     * @param code for programs; empty when there is none
     * @param reasons one line each: what is wrong, and how to mend it
     */
    record Refused(String code, String title, List<String> reasons) implements ApiAnswer {

        static Refused of(JsonNode problem, int status) {
            String title = problem.path("title").asString("status " + status);
            String detail = problem.path("detail").asString("");
            List<String> reasons = new ArrayList<>();
            problem.path("problems")
                    .forEach(one -> reasons.add(place(one)
                            + (one.path("message").asString("") + ". "
                                            + one.path("advice").asString(""))
                                    .strip()));
            return new Refused(
                    problem.path("code").asString(""),
                    detail.isEmpty() || !reasons.isEmpty() ? title : title + ": " + detail,
                    reasons);
        }
    }

    private static String place(JsonNode problem) {
        int line = problem.path("line").asInt(0);
        String pointer = problem.path("pointer").asString("");
        return (line == 0 ? "" : line + ":" + problem.path("column").asInt(0) + " ")
                + (pointer.isEmpty() ? "" : pointer + ": ");
    }

    record Unreachable(String reason) implements ApiAnswer {}
}
