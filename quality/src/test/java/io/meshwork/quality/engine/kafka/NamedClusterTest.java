package io.meshwork.quality.engine.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedClusterTest {

    private static NamedCluster serving(boolean own, String... serves) {
        return new NamedCluster("mesh.quality.kafka", own, List.of(serves), Map.of(), null, List.of("mesh."));
    }

    @ParameterizedTest
    @CsvSource({
        "a.example.org:9092, a.example.org:9092, true",
        "a.example.org:9092, A.EXAMPLE.org:9092, true",
        "a.example.org:9092, a.example.org, true",
        "a.example.org, a.example.org:9093, true",
        "*.example.org:9092, b.example.org:9092, true",
        "'[::1]:9092', '[::1]', true",
        "a.example.org:9092, a.example.org:9093, false",
        "a.example.org:9092, a.example.org.evil.com:9092, false",
        "*.example.org, example.org, false",
        "a.example.org, 169.254.169.254, false"
    })
    void servesWhatTheOperatorNamed(String pattern, String broker, boolean expected) {
        assertThat(serving(true, pattern).serves(List.of(broker))).isEqualTo(expected);
    }

    @Test
    void servesOnlyBrokersThatItServesAll() {
        NamedCluster cluster = serving(false, "a:9092", "b:9092");

        assertThat(cluster.serves(List.of("a:9092", "b:9092"))).isTrue();
        assertThat(cluster.serves(List.of("a:9092", "evil:9092"))).isFalse();
    }

    @Test
    void onlyTheMeshsOwnServesContractsThatNameNoBroker() {
        assertThat(serving(true, "a:9092").serves(List.of())).isTrue();
        assertThat(serving(false, "a:9092").serves(List.of())).isFalse();
    }

    @Test
    void keepsTopicsOfTheMeshToItself() {
        assertThat(serving(true, "a").reserves("mesh.access.decided.v1")).isTrue();
        assertThat(serving(true, "a").reserves("shop.orders")).isFalse();
    }

    @Test
    void refusesPatternsThatServeNothing() {
        assertThatThrownBy(() -> serving(true, "kafka://a")).hasMessageContaining("mesh.quality.kafka.serves has");
    }

    @Test
    void tellsNoSecrets() {
        NamedCluster cluster = new NamedCluster(
                "mesh.quality.kafka.brokers.shop",
                false,
                List.of("a"),
                Map.of("sasl.jaas.config", "hunter2"),
                null,
                List.of());

        assertThat(cluster.toString()).doesNotContain("hunter2");
    }
}
