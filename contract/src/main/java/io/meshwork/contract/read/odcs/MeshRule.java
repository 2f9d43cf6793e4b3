package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.QualityDimension;
import io.meshwork.contract.model.Threshold;
import io.meshwork.contract.model.Threshold.Operator;
import io.meshwork.contract.read.value.Choice;
import io.meshwork.contract.read.value.CustomProperties;
import io.meshwork.contract.read.value.Reference;
import io.meshwork.contract.read.value.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A check that the library of the standard does not have, such as a share of distinct rows. In the standard's words it is a
 * {@code custom} rule of an engine, here ours; its {@code implementation} holds metric, fields, arguments, query and condition.
 *
 * @param speaking where the expression is written, when there is one
 */
record MeshRule(
        Metric metric,
        QualityDimension dimension,
        List<String> fields,
        Map<String, Object> arguments,
        @Nullable String query,
        Threshold threshold,
        Section speaking) {

    static final String EXPRESSION = "expression";

    private static final String REFERENCES = "references";

    static boolean isOne(Section rule) {
        return CustomProperties.MESH.equals(rule.plain("engine")) && rule.plain("implementation") instanceof Map;
    }

    /**
     * Empty when the metric or the condition is wrong, which is a problem then.
     *
     * @param property that the rule stands on, which it is about unless it names fields; empty for none
     */
    static Optional<MeshRule> read(Section rule, String property) {
        rule.text("engine");
        rule.text("dimension");
        Section own = rule.section("implementation", "quality");
        if (own == null) {
            return Optional.empty();
        }
        Section arguments = own.section("arguments", "quality");
        Section speaking = arguments != null && speaks(arguments) ? arguments : own;
        Optional<Metric> metric = metric(own, speaking);
        List<String> fields = fields(own, speaks(speaking) ? property : "");
        Map<String, Object> all = new LinkedHashMap<>(arguments == null ? Map.of() : arguments.except(Set.of()));
        all.putAll(said(speaking, metric.filter(Metric.ACCURACY::equals).isPresent(), fields));
        String query = own.text("query");
        Optional<Threshold> threshold =
                OdcsOperators.read(own, metric.map(MeshRule::otherwise).orElse(null));
        return metric.flatMap(measured -> threshold.map(condition -> new MeshRule(
                measured,
                Choice.read(own, "dimension", QualityDimension.class)
                        .or(() -> Choice.read(rule, "dimension", QualityDimension.class))
                        .orElse(OdcsMetrics.dimension(measured)),
                fields,
                all,
                query,
                condition,
                speaking)));
    }

    private static boolean speaks(Section section) {
        return section.has(EXPRESSION) || section.has(Reference.ARGUMENT) || section.has(REFERENCES);
    }

    private static List<String> fields(Section own, String property) {
        List<String> fields = own.texts("fields");
        return fields.isEmpty() && !property.isEmpty() ? List.of(property) : fields;
    }

    /** Who writes what fits or is found need not say that the rows are counted that do not. */
    private static Optional<Metric> metric(Section own, Section speaking) {
        Optional<Metric> metric = Choice.read(own, "metric", Metric.class);
        if (metric.isEmpty() && !own.has("metric")) {
            if (speaks(speaking)) {
                return Optional.of(Metric.INCONSISTENT_ROWS);
            }
            own.missing("metric", "Write what is measured, such as completeness.");
        }
        if (!speaks(speaking) && metric.isPresent()) {
            switch (metric.get()) {
                case INCONSISTENT_ROWS, CONSISTENCY ->
                    own.missing(
                            EXPRESSION,
                            "Write a condition on the fields of a row, such as `shipped_at >= ordered_at`, or `references`"
                                    + " with the data in which their values must be.");
                case ACCURACY ->
                    own.missing(Reference.ARGUMENT, "Say which data to compare with: `product`, `dataset`, `fields`.");
                default -> {}
            }
        }
        return metric;
    }

    /** What is compared, and with what. */
    private static Map<String, Object> said(Section speaking, boolean accuracy, List<String> fields) {
        Map<String, Object> said = new LinkedHashMap<>();
        String expression = speaking.text(EXPRESSION);
        if (expression != null) {
            said.put(EXPRESSION, expression);
        }
        List<String> key = speaking.texts(Reference.KEY);
        String word = speaking.has(REFERENCES) ? REFERENCES : Reference.ARGUMENT;
        Section reference = speaking.section(word, "reference");
        if (reference != null && expression != null) {
            Reference.alone(speaking, EXPRESSION);
        }
        if (reference != null) {
            said.put(
                    Reference.ARGUMENT,
                    Reference.read(reference, "fields", fields, key).toMap());
            if (fields.isEmpty()) {
                speaking.missing("fields", "Name the fields whose values are compared.");
            }
        }
        if (accuracy && reference != null && key.isEmpty()) {
            speaking.missing(Reference.KEY, "Name the fields that say which row of the reference is meant.");
        }
        if (!key.isEmpty()) {
            said.put(Reference.KEY, key);
        }
        Double tolerance = accuracy ? Reference.tolerance(speaking) : null;
        if (tolerance != null) {
            said.put(Reference.TOLERANCE, tolerance);
        }
        return said;
    }

    /** What holds of a rule that names no condition; null when it must name one. */
    private static @Nullable Threshold otherwise(Metric metric) {
        return switch (metric) {
            case INCONSISTENT_ROWS -> new Threshold(Operator.EQUAL, 0, null, false);
            case CONSISTENCY, ACCURACY -> new Threshold(Operator.GREATER_OR_EQUAL, 1, null, false);
            default -> null;
        };
    }
}
