package io.meshwork.contract.read.descriptor;

import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.contract.model.QualityDimension;
import io.meshwork.contract.model.Threshold;
import io.meshwork.contract.model.Threshold.Operator;
import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.expression.WrittenExpressions;
import io.meshwork.contract.read.value.Checks;
import io.meshwork.contract.read.value.Choice;
import io.meshwork.contract.read.value.FieldPaths;
import io.meshwork.contract.read.value.Measures;
import io.meshwork.contract.read.value.Patterns;
import io.meshwork.contract.read.value.Reference;
import io.meshwork.contract.read.value.Section;
import io.meshwork.contract.read.value.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The quality checks. Their {@code name} says what is measured, as in the seeds; with {@code metric} beside it, the name is
 * free. A share without a threshold must be 1.
 */
final class DescriptorChecks {

    private static final List<String> METRICS = List.of(
            "completeness", "uniqueness", "validity", "row_count", "accuracy", "consistency", "timeliness", "sql");

    private final Dataset dataset;
    private final FieldPaths fields;
    private final Checks checks = new Checks();
    private final WrittenExpressions expressions = new WrittenExpressions();

    private DescriptorChecks(Dataset dataset) {
        this.dataset = dataset;
        this.fields = new FieldPaths(dataset);
    }

    static List<QualityCheck> read(Section spec, String product, List<Dataset> schema) {
        Dataset dataset =
                schema.isEmpty() ? new Dataset(product, null, null, null, List.<Field>of()) : schema.getFirst();
        DescriptorChecks checks = new DescriptorChecks(dataset);
        spec.sections("quality_checks", "check").forEach(checks::check);
        return checks.checks.all();
    }

    private void check(Section section) {
        String name = section.name("name", "Write completeness, uniqueness, validity or row_count.");
        String metric = section.text("metric");
        List<String> columns = columns(section);
        Severity severity = Choice.read(section, "severity", Severity.class).orElse(Severity.ERROR);
        String label = metric == null ? defaultName(name, columns) : name;
        Draft draft = new Draft(section, label, columns, severity);
        switch (metric == null ? name : metric) {
            case "" -> section.text("threshold");
            case "completeness" -> share(draft, Metric.COMPLETENESS, QualityDimension.COMPLETENESS);
            case "uniqueness" -> uniqueness(draft);
            case "validity" -> validity(draft);
            case "row_count" -> rowCount(draft);
            case "accuracy" -> accuracy(draft);
            case "consistency" -> consistency(draft);
            case "timeliness" -> query(draft, QualityDimension.TIMELINESS);
            case "sql" -> query(draft, QualityDimension.ACCURACY);
            case String other -> unknown(section, metric == null ? "name" : "metric", other);
        }
        section.keepUnder(List.of("quality_checks", label));
        section.keep("description");
        section.close();
    }

    private record Draft(Section section, String label, List<String> columns, Severity severity) {}

    private List<String> columns(Section section) {
        List<String> columns = new ArrayList<>(section.texts("columns"));
        fields.check(section, "columns", columns);
        String column = section.text("column");
        if (column != null) {
            fields.check(section, "column", List.of(column));
            columns.add(column);
        }
        return columns;
    }

    private static String defaultName(String metric, List<String> columns) {
        return columns.isEmpty() ? metric : metric + "_" + String.join("_", columns);
    }

    private void uniqueness(Draft draft) {
        needsColumn(draft, "Name the column, or the columns of a composite key, that must be unique.");
        share(draft, Metric.UNIQUENESS, QualityDimension.UNIQUENESS);
    }

    private void validity(Draft draft) {
        needsColumn(draft, "Name the column whose values are checked.");
        share(draft, Metric.VALIDITY, QualityDimension.VALIDITY);
    }

    private static void needsColumn(Draft draft, String advice) {
        Section section = draft.section();
        if (draft.columns().isEmpty() && !section.has("column") && !section.has("columns")) {
            section.missing("column", advice);
        }
    }

    private void share(Draft draft, Metric metric, QualityDimension dimension) {
        share(draft, metric, dimension, metric == Metric.VALIDITY ? arguments(draft.section()) : Map.of());
    }

    private void share(Draft draft, Metric metric, QualityDimension dimension, Map<String, Object> arguments) {
        Section section = draft.section();
        Threshold threshold = new Threshold(Operator.GREATER_OR_EQUAL, ratio(section), null, false);
        add(draft, draft.label(), metric, dimension, arguments, null, threshold);
    }

    private static Map<String, Object> arguments(Section section) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        Node values = section.node("valid_values");
        switch (values) {
            case Node.Sequence list when !list.items().isEmpty() -> arguments.put("validValues", list.plain());
            case null -> {}
            case Node other ->
                section.error(
                        "valid_values",
                        "type",
                        "`valid_values` is " + (other instanceof Node.Sequence ? "an empty list" : other.what()),
                        "Write the list of values that are allowed.");
        }
        String pattern = section.text("pattern");
        if (pattern != null && Patterns.isValid(section, "pattern", pattern)) {
            arguments.put("pattern", pattern);
        }
        return arguments;
    }

    private static double ratio(Section section) {
        String written = section.written("threshold");
        Double ratio = written == null ? null : Measures.normalize(written, null);
        if (written == null || (ratio != null && ratio >= 0 && ratio <= 1)) {
            return ratio == null ? 1 : ratio;
        }
        section.error(
                "threshold",
                "invalid",
                "the threshold " + Quoted.of(written) + " is not a share between 0 and 1",
                "Write 0.99 or \"99%\".");
        return 1;
    }

    /** Both bounds are inclusive, so they are two checks: a range of the model excludes its bounds. */
    private void rowCount(Draft draft) {
        Section section = draft.section();
        Double min = section.number(section.has("threshold") ? "threshold" : "min");
        Double max = section.number("max");
        if (min == null && max == null && !section.has("min") && !section.has("max")) {
            section.missing("min", "Say how many rows there must be: `min`, `max` or both.");
        }
        if (min != null && max != null && max < min) {
            section.error("max", "invalid", "`max` is less than `min`", "Swap the two.");
        }
        if (min != null) {
            String name = max == null ? draft.label() : draft.label() + "_min";
            bound(draft, name, new Threshold(Operator.GREATER_OR_EQUAL, min, null, false));
        }
        if (max != null) {
            String name = min == null ? draft.label() : draft.label() + "_max";
            bound(draft, name, new Threshold(Operator.LESS_OR_EQUAL, max, null, false));
        }
    }

    private void bound(Draft draft, String name, Threshold threshold) {
        add(draft, name, Metric.ROW_COUNT, QualityDimension.COMPLETENESS, Map.of(), null, threshold);
    }

    /** Values that are those of a reference, else what a query says. */
    private void accuracy(Draft draft) {
        Section section = draft.section();
        Section reference = section.section("reference", "reference");
        if (reference == null) {
            query(draft, QualityDimension.ACCURACY);
            return;
        }
        needsColumn(draft, "Name the column, or the columns, whose values are compared.");
        List<String> key = section.texts(Reference.KEY);
        if (key.isEmpty() && !section.has(Reference.KEY)) {
            section.missing(Reference.KEY, "Name the columns that say which row of the reference is meant.");
        }
        fields.check(section, Reference.KEY, key);
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put(
                Reference.ARGUMENT,
                Reference.read(reference, "columns", draft.columns(), key).toMap());
        arguments.put(Reference.KEY, key);
        Double tolerance = Reference.tolerance(section);
        if (tolerance != null) {
            arguments.put(Reference.TOLERANCE, tolerance);
        }
        share(draft, Metric.ACCURACY, QualityDimension.ACCURACY, arguments);
    }

    /** Fields of one row that fit each other, values that are found elsewhere, else what a query says. */
    private void consistency(Draft draft) {
        Section section = draft.section();
        String expression = section.text("expression");
        Section references = section.section("references", "reference");
        if (references != null && expression != null) {
            Reference.alone(section, "expression");
        }
        if (references != null) {
            needsColumn(draft, "Name the column, or the columns, whose values must be there.");
            share(
                    draft,
                    Metric.CONSISTENCY,
                    QualityDimension.CONSISTENCY,
                    Map.of(
                            Reference.ARGUMENT,
                            Reference.read(references, "columns", draft.columns(), List.of())
                                    .toMap()));
        } else if (expression == null) {
            query(draft, QualityDimension.CONSISTENCY);
        } else {
            expressions.check(section, "expression", expression, dataset);
            share(draft, Metric.CONSISTENCY, QualityDimension.CONSISTENCY, Map.of("expression", expression));
        }
    }

    private void query(Draft draft, QualityDimension dimension) {
        Section section = draft.section();
        String query = section.text("query");
        if (query == null && !section.has("query")) {
            section.warning(
                    "name",
                    "not-executable",
                    "nothing says how to measure this check; it is listed and not run",
                    switch (dimension) {
                                case CONSISTENCY ->
                                    "Add `expression:` with a condition on the fields of a row, `references:` with the data in"
                                            + " which the values must be,";
                                case ACCURACY -> "Add `reference:` with the data to compare with,";
                                default -> "Say how,";
                            }
                            + " or `query:` with SQL that returns one number.");
        }
        Metric metric = query == null ? Metric.NOT_EXECUTABLE : Metric.SQL;
        Threshold threshold = new Threshold(Operator.GREATER_OR_EQUAL, number(section, query != null), null, false);
        add(draft, draft.label(), metric, dimension, Map.of(), query, threshold);
    }

    private static double number(Section section, boolean needed) {
        String written = section.written("threshold");
        Double number = written == null ? null : Measures.normalize(written, null);
        if (written != null && number == null) {
            section.error(
                    "threshold",
                    "invalid",
                    "the threshold " + Quoted.of(written) + " is not a number",
                    "Write a number.");
        } else if (number == null && needed && !section.has("threshold")) {
            section.missing("threshold", "Say what number the query must at least return.");
        }
        return number == null ? 0 : number;
    }

    private void add(
            Draft draft,
            String name,
            Metric metric,
            QualityDimension dimension,
            Map<String, Object> arguments,
            @Nullable String query,
            Threshold threshold) {
        checks.add(new QualityCheck(
                checks.unique(name),
                dataset.name(),
                metric == Metric.ROW_COUNT ? List.of() : draft.columns(),
                metric,
                dimension,
                arguments,
                query,
                threshold,
                draft.severity(),
                draft.section().pointer()));
    }

    private static void unknown(Section section, String key, String metric) {
        section.written("threshold");
        section.error(
                key,
                "unknown",
                "no check is called " + Quoted.of(metric),
                Suggestions.didYouMean(metric, METRICS) + "Use one of " + String.join(", ", METRICS)
                        + "; a name of your own goes beside `metric:`.");
    }
}
