package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.Patterns;
import io.meshwork.contract.read.value.Section;
import io.meshwork.contract.read.value.Suggestions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The metric of a {@code type: library} rule and its arguments. */
final class OdcsLibraryRule {

    private OdcsLibraryRule() {}

    /** v3.1 has a closed list of metrics; v3.0 left its rules open, so an unknown one is kept and not run. */
    static Optional<Metric> metric(Section rule) {
        String metric = rule.text("metric");
        String legacy = rule.text("rule");
        if (metric != null) {
            Optional<Metric> known = OdcsMetrics.ofMetric(metric);
            if (known.isEmpty()) {
                unknownMetric(rule, metric);
            }
            return known;
        }
        if (legacy == null) {
            if (!rule.has("metric") && !rule.has("rule")) {
                rule.missing("metric", "Write one of " + String.join(", ", OdcsMetrics.NAMES) + ".");
            }
            return Optional.empty();
        }
        return Optional.of(OdcsMetrics.ofRule(legacy).orElseGet(() -> unknownRule(rule, legacy)));
    }

    private static void unknownMetric(Section rule, String metric) {
        rule.error(
                "metric",
                "invalid",
                "the metric " + Quoted.of(metric) + " is not in the standard",
                Suggestions.didYouMean(metric, OdcsMetrics.NAMES) + "Write one of "
                        + String.join(", ", OdcsMetrics.NAMES) + ", or use `type: sql`.");
    }

    private static Metric unknownRule(Section rule, String legacy) {
        rule.warning(
                "rule",
                "not-executable",
                "the rule " + Quoted.of(legacy) + " is not known; it is listed and not run",
                Suggestions.didYouMean(legacy, OdcsMetrics.NAMES) + "Use `metric:` with one of "
                        + String.join(", ", OdcsMetrics.NAMES) + ".");
        return Metric.NOT_EXECUTABLE;
    }

    /** v3.0 wrote the valid values beside the rule. */
    static Map<String, Object> arguments(Section rule) {
        Map<String, Object> arguments = new LinkedHashMap<>(rule.values("validValues", "pattern"));
        Section section = rule.section("arguments", "quality");
        if (section != null) {
            String pattern = section.text("pattern");
            if (pattern != null) {
                Patterns.flaw(pattern)
                        .ifPresent(flaw -> section.warning(
                                "pattern", "invalid", "the regular expression may not run: " + flaw, "Check it."));
            }
            arguments.putAll(section.except(Set.of()));
        }
        return arguments;
    }
}
