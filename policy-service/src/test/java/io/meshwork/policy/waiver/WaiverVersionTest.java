package io.meshwork.policy.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaiverVersionTest {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void holdsFromItsStartUntilJustBeforeItsEnd() {
        WaiverVersion waiver = lasting(Duration.ofDays(30));

        assertThat(waiver.stateAt(START.minusNanos(1))).isEqualTo(WaiverState.PLANNED);
        assertThat(waiver.stateAt(START)).isEqualTo(WaiverState.IN_FORCE);
        assertThat(waiver.stateAt(waiver.endsAt().minusNanos(1))).isEqualTo(WaiverState.IN_FORCE);
        assertThat(waiver.stateAt(waiver.endsAt())).isEqualTo(WaiverState.ENDED);
        assertThat(WaiverState.IN_FORCE.text()).isEqualTo("in-force");
    }

    @Test
    void ownerIsRemindedAWeekBeforeTheEndOrHalfWayThroughAShortOne() {
        assertThat(lasting(Duration.ofDays(30)).remindAt()).isEqualTo(START.plus(Duration.ofDays(23)));
        assertThat(lasting(Duration.ofDays(14)).remindAt()).isEqualTo(START.plus(Duration.ofDays(7)));
        assertThat(lasting(Duration.ofDays(10)).remindAt()).isEqualTo(START.plus(Duration.ofDays(5)));
    }

    private static WaiverVersion lasting(Duration duration) {
        return new WaiverVersion(
                "w",
                1,
                1,
                new Exemption("p", null, "cart", "The new store comes.", "cart-team"),
                START,
                START.plus(duration),
                "",
                "grace",
                false,
                START);
    }
}
