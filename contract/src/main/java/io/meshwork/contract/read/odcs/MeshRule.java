package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.QualityDimension;
import io.meshwork.contract.model.Threshold;
import io.meshwork.contract.read.value.Choice;
import io.meshwork.contract.read.value.CustomProperties;
import io.meshwork.contract.read.value.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A check that the library of the standard does not have, such as a share of distinct rows. In the standard's words it is a
 * {@code custom} rule of an engine, here ours; its {@code implementation} holds metric, fields, arguments, query and condition.
 */
record MeshRule(
        Metric metric,
        QualityDimension dimension,
        List<String> fields,
        Map<String, Object> arguments,
        @Nullable String query,
        Threshold threshold) {

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
        Optional<Metric> metric = Choice.read(own, "metric", Metric.class);
        if (metric.isEmpty() && !own.has("metric")) {
            own.missing("metric", "Write what is measured, such as completeness.");
        }
        List<String> fields = own.texts("fields");
        Section arguments = own.section("arguments", "quality");
        String query = own.text("query");
        Optional<Threshold> threshold = OdcsOperators.read(own, null);
        return metric.flatMap(measured -> threshold.map(condition -> new MeshRule(
                measured,
                Choice.read(own, "dimension", QualityDimension.class)
                        .or(() -> Choice.read(rule, "dimension", QualityDimension.class))
                        .orElse(OdcsMetrics.dimension(measured)),
                fields,
                arguments == null ? Map.of() : arguments.except(Set.of()),
                query,
                condition)));
    }
}
