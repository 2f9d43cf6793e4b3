package io.meshwork.quality.results;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The quality dimension of a check by what it tests; the table in docs/quality-scores.md. */
final class Kinds {

    /** What fits nowhere tests whether values are as somebody has said they must be. */
    private static final String OTHERS = "validity";

    private record Sign(String dimension, List<String> words) {}

    /** The first that fits: a comparison with other data that counts rows is about consistency. */
    private static final List<Sign> SIGNS = List.of(
            new Sign(
                    "consistency",
                    List.of(
                            "relationships",
                            "foreign_key",
                            "referential",
                            "reference",
                            "must_exist_in",
                            "same_as",
                            "other_table",
                            "pair",
                            "equality",
                            "equal_rowcount",
                            "fewer_rows_than",
                            "mutually_exclusive")),
            new Sign(
                    "uniqueness",
                    List.of(
                            "unique",
                            "duplicate",
                            "duplicates",
                            "duplicate_count",
                            "duplicate_percent",
                            "primary_key")),
            new Sign("timeliness", List.of("freshness", "recency", "recent", "timeliness", "max_age")),
            new Sign(
                    "completeness",
                    List.of(
                            "not_null",
                            "null",
                            "missing",
                            "missing_count",
                            "missing_percent",
                            "row_count",
                            "at_least_one",
                            "not_empty",
                            "completeness")),
            new Sign(
                    "accuracy",
                    List.of(
                            "mean",
                            "median",
                            "stdev",
                            "stddev",
                            "avg",
                            "sum",
                            "quantile",
                            "z_score",
                            "anomaly",
                            "distribution",
                            "kl_divergence",
                            "change",
                            "accuracy")));

    /** Tests of dbt and its packages whose names begin the names of what they test. */
    private static final Map<String, String> GENERIC = Map.ofEntries(
            Map.entry("not_null", "completeness"),
            Map.entry("at_least_one", "completeness"),
            Map.entry("not_empty_string", "completeness"),
            Map.entry("unique", "uniqueness"),
            Map.entry("accepted_values", OTHERS),
            Map.entry("not_accepted_values", OTHERS),
            Map.entry("accepted_range", OTHERS),
            Map.entry("expression_is_true", OTHERS),
            Map.entry("not_constant", OTHERS),
            Map.entry("relationships", "consistency"),
            Map.entry("equal_rowcount", "consistency"),
            Map.entry("fewer_rows_than", "consistency"),
            Map.entry("equality", "consistency"),
            Map.entry("cardinality_equality", "consistency"),
            Map.entry("mutually_exclusive_ranges", "consistency"),
            Map.entry("recency", "timeliness"));

    private Kinds() {}

    /** @param kind such as {@code expect_column_values_to_not_be_null} or {@code missing_count} */
    static String dimension(String kind) {
        String words = "_" + Words.name(kind).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_") + "_";
        return SIGNS.stream()
                .filter(sign -> sign.words().stream().anyMatch(word -> words.contains("_" + word + "_")))
                .map(Sign::dimension)
                .findFirst()
                .orElse(OTHERS);
    }

    /** Of a test of dbt, whose name goes on with the names of table and column. */
    static String dimensionOfTest(String name) {
        String test = Words.name(name)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^(dbt_utils_|dbt_expectations_)?(source_)?", "");
        return GENERIC.entrySet().stream()
                .filter(entry -> test.equals(entry.getKey()) || test.startsWith(entry.getKey() + "_"))
                .max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                .map(Map.Entry::getValue)
                .orElseGet(() -> dimension(test));
    }
}
