package io.meshwork.notifier.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.alert.Signals;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RejectedTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void isALostRaceWhenNothingIsWrongButTheRevision() {
        assertThat(rejected("product.revision.mismatch").isLostRace()).isTrue();
        assertThat(rejected("product.revision.mismatch", "owner.missing").isLostRace())
                .isFalse();
        assertThat(rejected().isLostRace()).isFalse();
    }

    @Test
    void isNewsAgainForTheSameReasonsOnlyAfterALongTime() {
        var told = at(NOW).told(Standing.NONE);

        assertThat(at(NOW).isNews(Standing.NONE)).isTrue();
        assertThat(at(NOW.plus(Rejected.TOLD_AGAIN).minusMillis(1)).isNews(told))
                .isFalse();
        assertThat(at(NOW.plus(Rejected.TOLD_AGAIN)).isNews(told)).isTrue();
    }

    @Test
    void isNewsAtOnceForAnotherReason() {
        assertThat(rejected("owner.missing").isNews(at(NOW).told(Standing.NONE)))
                .isTrue();
    }

    @Test
    void isToldAgainBeforeItsIncidentEndsBySilence() {
        assertThat(Signals.rejected().quiet()).isGreaterThan(Rejected.TOLD_AGAIN);
    }

    private static Rejected at(Instant decidedAt) {
        return new Rejected("sales.orders", "1.0.0", List.of(new Finding("code", "message", null)), "ci", decidedAt);
    }

    private static Rejected rejected(String... codes) {
        List<Finding> findings =
                Stream.of(codes).map(code -> new Finding(code, "message", null)).toList();
        return new Rejected("sales.orders", "1.0.0", findings, "ci", Instant.EPOCH);
    }
}
