package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.QualityDimension;
import io.meshwork.contract.model.Threshold;
import io.meshwork.contract.model.Threshold.Operator;
import io.meshwork.contract.read.value.Choice;
import io.meshwork.contract.read.value.CustomProperties;
import io.meshwork.contract.read.value.Section;
import java.util.EnumSet;
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

    static boolean isOne(Section rule) {
        return CustomProperties.MESH.equals(rule.plain("engine")) && rule.plain("implementation") instanceof Map;
    }

    /** Empty when the metric or the condition is wrong, which is a problem then. */
    static Optional<MeshRule> read(Section rule) {
        rule.text("engine");
        rule.text("dimension");
        Section own = rule.section("implementation", "quality");
        if (own == null) {
            return Optional.empty();
        }
        Section arguments = own.section("arguments", "quality");
        Section speaking = arguments != null && arguments.has(EXPRESSION) ? arguments : own;
        String expression = speaking.text(EXPRESSION);
        Optional<Metric> metric = metric(own, expression);
        List<String> fields = own.texts("fields");
        String query = own.text("query");
        Optional<Threshold> threshold =
                OdcsOperators.read(own, metric.map(MeshRule::otherwise).orElse(null));
        return metric.flatMap(measured -> threshold.map(condition -> new MeshRule(
                measured,
                Choice.read(own, "dimension", QualityDimension.class)
                        .or(() -> Choice.read(rule, "dimension", QualityDimension.class))
                        .orElse(OdcsMetrics.dimension(measured)),
                fields,
                arguments(arguments, expression),
                query,
                condition,
                speaking)));
    }

    /** Who writes an expression need not say that the rows are counted that break it. */
    private static Optional<Metric> metric(Section own, @Nullable String expression) {
        Optional<Metric> metric = Choice.read(own, "metric", Metric.class);
        if (metric.isEmpty() && !own.has("metric")) {
            if (expression != null) {
                return Optional.of(Metric.INCONSISTENT_ROWS);
            }
            own.missing("metric", "Write what is measured, such as completeness.");
        }
        boolean needsExpression = metric.filter(EnumSet.of(Metric.INCONSISTENT_ROWS, Metric.CONSISTENCY)::contains)
                .isPresent();
        if (needsExpression && expression == null && !own.has(EXPRESSION)) {
            own.missing(EXPRESSION, "Write a condition on the fields of a row, such as `shipped_at >= ordered_at`.");
        }
        return metric;
    }

    /** What holds of a rule that names no condition; null when it must name one. */
    private static @Nullable Threshold otherwise(Metric metric) {
        return switch (metric) {
            case INCONSISTENT_ROWS -> new Threshold(Operator.EQUAL, 0, null, false);
            case CONSISTENCY -> new Threshold(Operator.GREATER_OR_EQUAL, 1, null, false);
            default -> null;
        };
    }

    private static Map<String, Object> arguments(@Nullable Section written, @Nullable String expression) {
        Map<String, Object> arguments = new LinkedHashMap<>(written == null ? Map.of() : written.except(Set.of()));
        if (expression != null) {
            arguments.put(EXPRESSION, expression);
        }
        return arguments;
    }
}
