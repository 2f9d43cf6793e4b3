package io.meshwork.quality.slo.monitoring;

import io.meshwork.quality.slo.Slo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A dashboard for Grafana, as the tree of its model; the data source is chosen when it is imported. */
public final class Dashboard {

    private static final Map<String, Object> SOURCE = Map.of("type", "prometheus", "uid", "${DS_PROMETHEUS}");
    private static final int WIDTH = 12;
    private static final int HEIGHT = 8;
    private static final List<Map<String, Object>> LEVELS = List.of(
            level("0", "no data", "text"),
            level("1", "ok", "green"),
            level("2", "at risk", "orange"),
            level("3", "breached", "red"));

    private Dashboard() {}

    public static Map<String, Object> of(String productId, List<Slo> slos) {
        List<Map<String, Object>> panels = new ArrayList<>();
        add(panels, stat("Kept in the last 30 days", Monitoring.of(Monitoring.COMPLIANCE, productId)));
        add(panels, timeline(productId));
        for (Slo slo : slos) {
            String metric = switch (slo.objective().kind()) {
                case FRESHNESS -> Monitoring.FRESHNESS;
                case QUALITY_SCORE -> Monitoring.QUALITY;
                case AVAILABILITY, LATENCY, ERROR_RATE, THROUGHPUT -> "";
            };
            if (!metric.isEmpty()) {
                add(panels, course(slo, metric));
            }
        }
        Map<String, Object> dashboard = new LinkedHashMap<>();
        dashboard.put("__inputs", List.of(input()));
        dashboard.put("title", productId + ": service level objectives");
        dashboard.put("tags", List.of("meshwork", "slo"));
        dashboard.put("schemaVersion", 39);
        dashboard.put("time", Map.of("from", "now-7d", "to", "now"));
        dashboard.put("refresh", "1m");
        dashboard.put("panels", panels);
        return dashboard;
    }

    private static Map<String, Object> input() {
        return Map.of("name", "DS_PROMETHEUS", "label", "Prometheus", "type", "datasource", "pluginId", "prometheus");
    }

    /** Two beside each other. */
    private static void add(List<Map<String, Object>> panels, Map<String, Object> panel) {
        int number = panels.size();
        panel.put("id", number + 1);
        panel.put("datasource", SOURCE);
        panel.put("gridPos", Map.of("x", number % 2 * WIDTH, "y", number / 2 * HEIGHT, "w", WIDTH, "h", HEIGHT));
        panels.add(panel);
    }

    private static Map<String, Object> stat(String title, String expression) {
        return panel("stat", title, expression, "", Map.of("unit", "percent", "decimals", 2));
    }

    private static Map<String, Object> timeline(String productId) {
        return panel(
                "state-timeline",
                "Status",
                Monitoring.of(Monitoring.STATUS, productId),
                "{{objective}}",
                Map.of("mappings", LEVELS));
    }

    /** The promise is drawn as the threshold. */
    private static Map<String, Object> course(Slo slo, String metric) {
        double target = slo.objective().target();
        boolean lessIsBetter = metric.equals(Monitoring.FRESHNESS);
        Map<String, Object> first = new LinkedHashMap<>();
        first.put("color", lessIsBetter ? "green" : "red");
        first.put("value", null);
        Map<String, Object> steps = Map.of(
                "mode",
                "absolute",
                "steps",
                List.of(first, Map.of("color", lessIsBetter ? "red" : "green", "value", target)));
        return panel(
                "timeseries",
                slo.objective().name() + ", " + Targets.text(slo.objective()),
                Monitoring.of(metric, slo.productId()),
                slo.objective().name(),
                Map.of(
                        "unit",
                        lessIsBetter ? "s" : "percentunit",
                        "thresholds",
                        steps,
                        "custom",
                        Map.of("thresholdsStyle", Map.of("mode", "line"))));
    }

    private static Map<String, Object> panel(
            String type, String title, String expression, String legend, Map<String, Object> defaults) {
        Map<String, Object> panel = new LinkedHashMap<>();
        panel.put("type", type);
        panel.put("title", title);
        panel.put(
                "targets",
                List.of(Map.of("refId", "A", "datasource", SOURCE, "expr", expression, "legendFormat", legend)));
        panel.put("fieldConfig", Map.of("defaults", defaults, "overrides", List.of()));
        return panel;
    }

    private static Map<String, Object> level(String value, String text, String color) {
        return Map.of("type", "value", "options", Map.of(value, Map.of("text", text, "color", color)));
    }
}
