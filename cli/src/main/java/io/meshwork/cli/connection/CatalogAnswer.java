package io.meshwork.cli.connection;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the catalog said. */
public sealed interface CatalogAnswer {

    /** @param text the body as it came */
    record Found(JsonNode body, String text) implements CatalogAnswer {}

    /** Taken, but not decided yet. */
    record Undecided(String location) implements CatalogAnswer {}

    /** @param reasons one line each: what is wrong, and how to mend it */
    record Refused(String title, List<String> reasons) implements CatalogAnswer {

        static Refused of(JsonNode problem, int status) {
            String title = problem.path("title").asString("status " + status);
            String detail = problem.path("detail").asString("");
            List<String> reasons = new ArrayList<>();
            problem.path("problems")
                    .forEach(one -> reasons.add((one.path("message").asString("") + ". "
                                    + one.path("advice").asString(""))
                            .strip()));
            return new Refused(detail.isEmpty() || !reasons.isEmpty() ? title : title + ": " + detail, reasons);
        }
    }

    record Unreachable(String reason) implements CatalogAnswer {}
}
