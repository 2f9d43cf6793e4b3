package io.meshwork.quality.slo.promise;

import static io.meshwork.quality.Contracts.aProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.meshwork.quality.slo.promise.Objective.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectivesTest {

    @ParameterizedTest
    @CsvSource({
        "freshness, 1 hour, FRESHNESS, 3600, 0",
        "frequency, 1 d, FRESHNESS, 86400, 0",
        "availability, 99.9%, AVAILABILITY, 0.999, 0.001",
        "availability, 99.9, AVAILABILITY, 0.999, 0.001",
        "latency, 300 ms, LATENCY, 0.3, 0.05",
        "latencyP99, 2 s, LATENCY, 2, 0.01",
        "responseTimeP999, 2 s, LATENCY, 2, 0.001",
        "errorRate, 0.5%, ERROR_RATE, 0.005, 0.005",
        "qualityScore, 0.95, QUALITY_SCORE, 0.95, 0",
        "throughput, 100, THROUGHPUT, 100, 0.05",
        "throughput, 600 records/min, THROUGHPUT, 10, 0.05",
        "throughput, 7200 per hour, THROUGHPUT, 2, 0.05",
    })
    void readsWhatCanBeMeasured(String property, String value, Kind kind, double target, double budget) {
        var objectives = Objectives.of(aProduct().promising(property, value).build());

        assertThat(objectives).singleElement().satisfies(objective -> {
            assertThat(objective.name()).isEqualTo(property);
            assertThat(objective.kind()).isEqualTo(kind);
            assertThat(objective.target()).isCloseTo(target, within(1e-9));
            assertThat(objective.budget()).isCloseTo(budget, within(1e-9));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "retention, 3 years",
        "timeToRepair, 8 h",
        "freshness, soon",
        "freshness, 0 s",
        "freshness, 999999 years",
        "availability, -1",
        "throughput, 5 parsecs",
        "throughput, 0",
        "endOfLife, 2032-01-01T00:00:00Z",
    })
    void leavesTheOthersToPeople(String property, String value) {
        assertThat(Objectives.of(aProduct().promising(property, value).build())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "1"})
    void evenAPerfectPromiseHasABudget(String value) {
        assertThat(Objectives.of(aProduct().promising("availability", value).build()))
                .singleElement()
                .satisfies(objective -> assertThat(objective.budget()).isPositive());
    }

    @Test
    void aPromiseAboutAnElementHasANameOfItsOwn() {
        var objectives = Objectives.of(aProduct()
                .promising("latency", "4 h", "parcels.scanned_at")
                .promising("latency", "1 h")
                .promising("latency", "2 h")
                .build());

        assertThat(objectives).extracting(Objective::name).containsExactly("latency.parcels.scanned_at", "latency");
        assertThat(objectives.get(1).target()).isEqualTo(3600);
    }

    @Test
    void aSampleOfThePropertyIsAboutAllItsElements() {
        var objective = Objectives.of(
                        aProduct().promising("latency", "4 h", "orders.at").build())
                .getFirst();

        assertThat(objective.isMeasuredBy("latency")).isTrue();
        assertThat(objective.isMeasuredBy("latency.orders.at")).isTrue();
        assertThat(objective.isMeasuredBy("latency.orders.by")).isFalse();
        assertThat(objective.isMeasuredBy("availability")).isFalse();
    }

    @Test
    void freshnessIsNotForProducersToReport() {
        var objective =
                Objectives.of(aProduct().promising("freshness", "4 h").build()).getFirst();

        assertThat(objective.isMeasuredBy("freshness")).isFalse();
    }
}
