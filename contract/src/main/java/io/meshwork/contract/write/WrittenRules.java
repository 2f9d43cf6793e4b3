package io.meshwork.contract.write;

import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.QualityDimension;
import io.meshwork.contract.model.Threshold;
import io.meshwork.contract.read.odcs.OdcsOperators;
import io.meshwork.contract.read.value.Choice;
import io.meshwork.contract.read.value.CustomProperties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The checks of one product as {@code quality} rules. A check that was read from the standard goes back to its place; any other
 * goes to the object it is about, as a rule of our own engine where the standard's library does not have it.
 */
final class WrittenRules {

    private final Map<String, Object> kept;
    private final Map<String, List<QualityCheck>> byPlace = new LinkedHashMap<>();
    private final Map<String, List<QualityCheck>> byDataset = new LinkedHashMap<>();

    /**
     * @param kept what the authors of rules wrote beyond the model, by name of the check
     * @param foreign the product was not read from the standard, so the pointers of its checks mean nothing here
     */
    WrittenRules(List<QualityCheck> checks, Map<String, Object> kept, boolean foreign) {
        this.kept = kept;
        for (QualityCheck check : checks) {
            String place = place(check.pointer());
            boolean known = !foreign && place != null && metricName(check.metric()) != null;
            boolean whole = !foreign && place != null && isKeptWhole(check);
            if (place != null && (known || whole || (!foreign && check.metric() == Metric.SQL))) {
                byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(check);
            } else {
                byDataset
                        .computeIfAbsent(check.dataset(), d -> new ArrayList<>())
                        .add(check);
            }
        }
    }

    private static @Nullable String place(String pointer) {
        int rule = pointer.lastIndexOf("/quality/");
        return rule > 0 && pointer.startsWith("/schema/") ? pointer.substring(0, rule) : null;
    }

    /** The rules of the element at this pointer. */
    List<Map<String, @Nullable Object>> at(String place) {
        List<Map<String, @Nullable Object>> rules = new ArrayList<>();
        byPlace.getOrDefault(place, List.of()).forEach(check -> rules.add(rule(check)));
        return rules;
    }

    /** The rules of an object, and those of its dataset that have no place of their own. */
    List<Map<String, @Nullable Object>> atObject(String place, String dataset) {
        List<Map<String, @Nullable Object>> rules = at(place);
        byDataset.getOrDefault(dataset, List.of()).forEach(check -> rules.add(ofTheMesh(check)));
        return rules;
    }

    private boolean isKeptWhole(QualityCheck check) {
        return check.metric() == Metric.NOT_EXECUTABLE && kept.containsKey(check.name());
    }

    private Map<String, @Nullable Object> rule(QualityCheck check) {
        Map<String, Object> own = Tree.branch(kept, check.name());
        Tree rule = new Tree().put("name", check.name());
        if (isKeptWhole(check)) {
            if (!own.containsKey("type")) {
                rule.put("type", impliedType(own));
            }
            return rule.kept(own, Set.of()).toMap();
        }
        rule.put("type", check.metric() == Metric.SQL ? "sql" : "library");
        rule.put("metric", metricName(check.metric())).put("query", check.query());
        rule.put("arguments", check.arguments());
        if (own.keySet().stream().noneMatch(OdcsOperators::isOne)) {
            condition(rule, check.threshold());
        }
        rule.put("dimension", Choice.word(check.dimension()));
        rule.put("severity", Choice.word(check.severity()));
        return rule.kept(own, Set.of()).toMap();
    }

    private static String impliedType(Map<String, Object> rule) {
        if (rule.containsKey("engine") || rule.containsKey("implementation")) {
            return "custom";
        }
        if (rule.containsKey("metric") || rule.containsKey("rule")) {
            return "library";
        }
        return rule.containsKey("query") ? "sql" : "text";
    }

    private static Map<String, @Nullable Object> ofTheMesh(QualityCheck check) {
        boolean standard = check.dimension() != QualityDimension.VALIDITY;
        Tree own = new Tree()
                .put("metric", Choice.word(check.metric()))
                .put("dimension", standard ? null : Choice.word(check.dimension()))
                .put("fields", check.fields())
                .put("arguments", check.arguments())
                .put("query", check.query());
        condition(own, check.threshold());
        return new Tree()
                .put("name", check.name())
                .put("type", "custom")
                .put("engine", CustomProperties.MESH)
                .put("implementation", own.toMap())
                .put("dimension", standard ? Choice.word(check.dimension()) : "conformity")
                .put("severity", Choice.word(check.severity()))
                .toMap();
    }

    private static void condition(Tree rule, Threshold threshold) {
        String key = OdcsOperators.key(threshold.operator());
        Double upper = threshold.upper();
        rule.put(key, upper == null ? number(threshold.value()) : List.of(number(threshold.value()), number(upper)));
        rule.put("unit", threshold.percent() ? "percent" : null);
    }

    private static Object number(double value) {
        long whole = (long) value;
        return whole == value && Math.abs(whole) < 1L << 53 ? (Object) whole : (Object) value;
    }

    private static @Nullable String metricName(Metric metric) {
        return switch (metric) {
            case NULL_VALUES -> "nullValues";
            case MISSING_VALUES -> "missingValues";
            case INVALID_VALUES -> "invalidValues";
            case DUPLICATE_VALUES -> "duplicateValues";
            case ROW_COUNT -> "rowCount";
            case COMPLETENESS, UNIQUENESS, VALIDITY, INCONSISTENT_ROWS, CONSISTENCY, ACCURACY, SQL, NOT_EXECUTABLE ->
                null;
        };
    }
}
