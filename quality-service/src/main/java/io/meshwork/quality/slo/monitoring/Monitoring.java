package io.meshwork.quality.slo.monitoring;

/** Names of the metrics that rules and dashboards refer to, as Prometheus writes them. */
public final class Monitoring {

    public static final String FRESHNESS = "data_freshness_seconds";
    public static final String QUALITY = "data_quality_score";
    public static final String COMPLIANCE = "sla_compliance_percentage";
    /** 0 no data, 1 ok, 2 at risk, 3 breached. */
    public static final String STATUS = "slo_status";

    private Monitoring() {}

    /** A selector of PromQL. */
    static String of(String metric, String productId) {
        return metric + "{product=" + quoted(productId) + "}";
    }

    static String of(String metric, String productId, String objective) {
        return metric + "{product=" + quoted(productId) + ", objective=" + quoted(objective) + "}";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
