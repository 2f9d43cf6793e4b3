package io.meshwork.contract.read.value;

import io.meshwork.contract.model.ServiceLevelObjective;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes objectives from what is written, whatever the document calls them. */
public final class ServiceLevels {

    /** How to write a promise that can be compared with measurements. */
    public static final String ADVICE =
            "Write a duration such as \"15 minutes\", a percentage such as \"99.9%\" or a ratio such as 0.95.";

    private static final Set<String> RATIOS =
            Set.of("availability", "qualityScore", "errorRate", "completeness", "accuracy", "successRate");
    private static final Set<String> DURATIONS = Set.of(
            "freshness",
            "latency",
            "frequency",
            "retention",
            "timeToDetect",
            "timeToNotify",
            "timeToRepair",
            "responseTime");

    private ServiceLevels() {}

    /** A ratio above 1, such as an availability of 99.9, is taken as a percentage; more than 100 % is no promise. */
    public static ServiceLevelObjective objective(
            String property, String value, @Nullable String unit, @Nullable String element) {
        Double number = Measures.normalize(value, unit);
        if (number != null && number > 1 && RATIOS.contains(property)) {
            number = number <= 100 && !Measures.isPercentage(value, unit) ? Measures.hundredth(number) : null;
        }
        return new ServiceLevelObjective(property, value, unit, number, element);
    }

    /** Promises of this name are compared with measurements, so one that cannot be read as a number is of no use. */
    public static boolean isMeasured(String property) {
        return RATIOS.contains(property) || DURATIONS.contains(property);
    }

    /** {@code quality_score} becomes {@code qualityScore}, the spelling of ODCS. */
    public static String camelCase(String key) {
        StringBuilder camel = new StringBuilder();
        boolean up = false;
        for (char c : key.toCharArray()) {
            if (c == '_' || c == '-' || c == ' ') {
                up = !camel.isEmpty();
            } else {
                camel.append(up ? Character.toUpperCase(c) : c);
                up = false;
            }
        }
        return camel.toString();
    }
}
