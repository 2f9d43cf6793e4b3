package io.meshwork.quality.slo.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.write.YamlText;
import io.meshwork.quality.slo.Level;
import io.meshwork.quality.slo.Slo;
import io.meshwork.quality.slo.Standing;
import io.meshwork.quality.slo.promise.Objective;
import io.meshwork.quality.slo.promise.Objective.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MonitoringTest {

    private static Slo slo(String name, Kind kind, double target) {
        Standing standing = new Standing(Level.OK, Instant.EPOCH, 0, null, null);
        return new Slo("shop.orders", "1.0.0", new Objective(name, name, kind, target, 0.01), standing, Instant.EPOCH);
    }

    @Test
    void rulesFireOnTheStatusAndOnWhatIsMeasured() {
        String rules = YamlText.of(AlertRules.of(
                "shop.orders",
                List.of(slo("freshness", Kind.FRESHNESS, 3_600), slo("availability", Kind.AVAILABILITY, 0.999))));

        assertThat(rules)
                .contains("name: meshwork-slo-shop.orders")
                .contains("slo_status{product=\"shop.orders\", objective=\"freshness\"} >= 3")
                .contains("slo_status{product=\"shop.orders\", objective=\"availability\"} == 2")
                .contains("data_freshness_seconds{product=\"shop.orders\"} > 3600")
                .contains("severity: critical");
        assertThat(rules.lines().filter(line -> line.contains("alert:"))).hasSize(5);
    }

    @Test
    void aNameCannotBreakOutOfARule() {
        String hostile = "latency.\"} or vector(1) #{{ $labels }}\n\\";

        String rules = YamlText.of(AlertRules.of("shop.orders", List.of(slo(hostile, Kind.LATENCY, 2))));

        assertThat(rules).contains("\\\"} or vector(1)");
        assertThat(rules.lines().filter(line -> line.contains("{{"))).allMatch(line -> line.contains("expr:"));
    }

    @Test
    void aDashboardHasAPanelForWhatIsMeasuredWithItsPromise() {
        JsonNode dashboard = JsonMapper.shared()
                .valueToTree(Dashboard.of(
                        "shop.orders",
                        List.of(
                                slo("freshness", Kind.FRESHNESS, 3_600),
                                slo("availability", Kind.AVAILABILITY, 0.999),
                                slo("qualityScore", Kind.QUALITY_SCORE, 0.95))));

        assertThat(dashboard
                        .path("panels")
                        .valueStream()
                        .map(panel -> panel.path("type").asString("")))
                .containsExactly("stat", "state-timeline", "timeseries", "timeseries");
        assertThat(dashboard
                        .at("/panels/2/fieldConfig/defaults/thresholds/steps/1/value")
                        .asDouble())
                .isEqualTo(3_600);
        assertThat(dashboard.at("/panels/3/targets/0/expr").asString(""))
                .isEqualTo("data_quality_score{product=\"shop.orders\"}");
        assertThat(dashboard.at("/panels/3/gridPos").toString()).contains("\"y\":8", "\"x\":12");
    }
}
