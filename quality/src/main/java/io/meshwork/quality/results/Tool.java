package io.meshwork.quality.results;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A tool whose documents are understood. */
public enum Tool {
    DBT("dbt", "run_results.json of dbt (v4 to v6)"),
    GREAT_EXPECTATIONS(
            "great-expectations", "a validation result or checkpoint result of Great Expectations (0.18 or 1.x)"),
    SODA("soda", "scan results of Soda Core (3.x)"),
    OPENLINEAGE("openlineage", "OpenLineage events with the facet dataQualityAssertions");

    private final String word;
    private final String documents;

    Tool(String word, String documents) {
        this.word = word;
        this.documents = documents;
    }

    /** As it is written in options, parameters and events. */
    public String word() {
        return word;
    }

    String documents() {
        return documents;
    }

    public static Optional<Tool> of(String word) {
        return Stream.of(values()).filter(tool -> tool.word.equals(word)).findFirst();
    }

    /** All of them, for people. */
    public static String words() {
        return Arrays.stream(values()).map(Tool::word).collect(Collectors.joining(", "));
    }

    static String allDocuments() {
        return Arrays.stream(values()).map(Tool::documents).collect(Collectors.joining("; "));
    }
}
