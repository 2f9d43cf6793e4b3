package io.meshwork.quality.slo.monitoring;

import io.meshwork.quality.slo.Level;
import io.meshwork.quality.slo.Slo;
import io.meshwork.quality.slo.promise.Objective;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules for Prometheus, as the tree of a rule file. */
public final class AlertRules {

    private AlertRules() {}

    public static Map<String, Object> of(String productId, List<Slo> slos) {
        List<Map<String, Object>> rules = new ArrayList<>();
        slos.forEach(slo -> rules.addAll(of(slo)));
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("name", "meshwork-slo-" + productId);
        group.put("rules", rules);
        return Map.of("groups", List.of(group));
    }

    private static List<Map<String, Object>> of(Slo slo) {
        String status = Monitoring.of(
                Monitoring.STATUS, slo.productId(), slo.objective().name());
        List<Map<String, Object>> rules = new ArrayList<>();
        rules.add(rule(slo, "DataProductSloBreached", status + " >= " + Level.BREACHED.ordinal(), "critical"));
        rules.add(rule(slo, "DataProductSloAtRisk", status + " == " + Level.AT_RISK.ordinal(), "warning"));
        switch (slo.objective().kind()) {
            case FRESHNESS ->
                rules.add(rule(slo, "DataProductStale", beyond(slo, Monitoring.FRESHNESS, ">"), "critical"));
            case QUALITY_SCORE ->
                rules.add(rule(slo, "DataProductQualityLow", beyond(slo, Monitoring.QUALITY, "<"), "critical"));
            case AVAILABILITY, LATENCY, ERROR_RATE, THROUGHPUT -> {}
        }
        return rules;
    }

    /** Fires also while the mesh does not judge. */
    private static String beyond(Slo slo, String metric, String operator) {
        return Monitoring.of(metric, slo.productId()) + " " + operator + " "
                + number(slo.objective().target());
    }

    private static Map<String, Object> rule(Slo slo, String alert, String expression, String severity) {
        Objective objective = slo.objective();
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("alert", alert);
        rule.put("expr", expression);
        rule.put("for", "1m");
        rule.put("labels", Map.of("severity", severity));
        rule.put(
                "annotations",
                Map.of(
                        "summary",
                        slo.productId() + ": " + template(objective.name()) + " is promised to be "
                                + Targets.text(objective)));
        return rule;
    }

    /** Prometheus expands {@code {{ … }}} in annotations. */
    private static String template(String name) {
        return name.replace("{{", "{ {");
    }

    static String number(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
