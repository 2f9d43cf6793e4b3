package io.meshwork.quality.slo.promise;

import static io.meshwork.quality.Contracts.aProduct;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.LifecycleStatus;
import io.meshwork.quality.Contracts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromisedTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-06-15");

    private static Promised promised(Contracts... versions) {
        Map<String, Contracts> byVersion = Stream.of(versions)
                .collect(Collectors.toMap(contract -> contract.build().version(), contract -> contract));
        return Promised.at(
                NOW,
                byVersion.keySet(),
                version -> Objects.requireNonNull(byVersion.get(version)).build());
    }

    private static Contracts fresh(String version) {
        return aProduct().version(version).promising("freshness", "1 hour");
    }

    @Test
    void theHighestVersionPromises() {
        assertThat(promised(fresh("1.10.0"), fresh("1.9.0"), fresh("1.2.0")).version())
                .isEqualTo("1.10.0");
    }

    @Test
    void aVersionThatIsStillTestedPromisesNothing() {
        var promised = promised(fresh("1.0.0"), fresh("2.0.0").status(LifecycleStatus.TESTING));

        assertThat(promised.version()).isEqualTo("1.0.0");
    }

    @Test
    void aDeprecatedVersionKeepsItsPromises() {
        assertThat(promised(fresh("1.0.0").status(LifecycleStatus.DEPRECATED)).version())
                .isEqualTo("1.0.0");
    }

    @Test
    void aProductWithoutVersionsPromisesNothing() {
        assertThat(promised()).isEqualTo(new Promised(null, java.util.List.of(), null));
    }

    @Test
    void theLastDayOfAContractStillCounts() {
        var promised = promised(fresh("1.0.0").holding(null, TODAY));

        assertThat(promised.version()).isEqualTo("1.0.0");
        assertThat(promised.turn()).isEqualTo("2026-06-16T00:00:00Z");
    }

    @Test
    void aContractThatEndedPromisesNothing() {
        var promised = promised(fresh("1.0.0").holding(null, TODAY.minusDays(1)));

        assertThat(promised.version()).isNull();
        assertThat(promised.objectives()).isEmpty();
        assertThat(promised.turn()).isNull();
    }

    @Test
    void untilAContractBeginsTheVersionBeforeCounts() {
        var promised = promised(
                fresh("1.0.0").holding(null, TODAY.plusDays(9)), fresh("2.0.0").holding(TODAY.plusDays(1), null));

        assertThat(promised.version()).isEqualTo("1.0.0");
        assertThat(promised.turn()).isEqualTo("2026-06-16T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-15T11:59:59Z,",
        "2026-06-15T12:00:00Z,",
        "2026-06-15,",
        "2026-06-15T12:00:01Z, 2026-06-15T12:00:01Z",
        "2026-06-15T14:30:00+02:00, 2026-06-15T12:30:00Z",
        "2026-06-16, 2026-06-16T00:00:00Z",
    })
    void endOfLifeEndsThePromises(String endOfLife, Instant turn) {
        var promised = promised(fresh("1.0.0").promising("endOfLife", endOfLife));

        assertThat(promised.turn()).isEqualTo(turn);
        assertThat(promised.objectives()).hasSize(turn == null ? 0 : 1);
    }

    @Test
    void anEndOfLifeInWordsEndsNothing() {
        var promised = promised(fresh("1.0.0").promising("endOfLife", "when we are"));

        assertThat(promised.objectives()).hasSize(1);
        assertThat(promised.turn()).isNull();
    }
}
