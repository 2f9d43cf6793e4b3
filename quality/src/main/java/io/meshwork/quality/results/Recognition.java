package io.meshwork.quality.results;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which tool has written a document. */
final class Recognition {

    private Recognition() {}

    static Tool of(Node document, @Nullable Tool named) throws UnusableException {
        Optional<Tool> seen = seen(document);
        if (named != null && seen.isPresent() && seen.get() != named) {
            throw new UnusableException(
                    "other-tool",
                    "this is not of " + named.word() + " but looks like "
                            + seen.get().documents(),
                    "Leave the name of the tool out, or send " + named.documents() + ".",
                    "");
        }
        if (named != null) {
            return named;
        }
        return seen.orElseThrow(() -> new UnusableException(
                "unknown-tool",
                "nothing tells which tool has written this",
                "What is understood: " + Tool.allDocuments() + ".",
                ""));
    }

    private static Optional<Tool> seen(Node document) {
        if (document.at("metadata").has("dbt_schema_version")) {
            return Optional.of(Tool.DBT);
        }
        if (document.has("eventTime")
                && (document.has("inputs") || document.has("outputs") || document.has("dataset"))) {
            return Optional.of(Tool.OPENLINEAGE);
        }
        if (isOfGreatExpectations(document)) {
            return Optional.of(Tool.GREAT_EXPECTATIONS);
        }
        boolean scan = document.has("hasFailures")
                || document.has("defaultDataSource")
                || document.has("definitionName")
                || document.at("checks").items().stream().anyMatch(check -> check.has("outcome"));
        return document.at("checks").isList() && scan ? Optional.of(Tool.SODA) : Optional.empty();
    }

    private static boolean isOfGreatExpectations(Node document) {
        return document.at("run_results").isObject()
                || document.at("validation_results").isList()
                || document.at("meta").has("great_expectations_version")
                || document.at("results").items().stream().anyMatch(result -> result.has("expectation_config"))
                || document.at("expectations").items().stream().anyMatch(result -> result.has("expectation_type"));
    }
}
