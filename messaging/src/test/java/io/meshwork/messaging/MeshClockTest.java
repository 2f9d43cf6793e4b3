package io.meshwork.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MeshClockTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private Instant host = NOON;
    private final MeshClock clock = new MeshClock(() -> host, nanos::get);

    @Test
    void countsByItselfWhateverTheHostsClockDoes() {
        host = NOON.plus(HOUR);
        passes(Duration.ofSeconds(5));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(5));

        host = NOON.minus(HOUR);
        passes(Duration.ofSeconds(5));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(10));
    }

    @Test
    void beginsWithTheTimeOfTheDatabaseWhateverTheHostThinks() {
        assertThat(clock.compare(NOON.minus(HOUR))).contains(HOUR.negated());

        assertThat(clock.instant()).isEqualTo(NOON.minus(HOUR));
    }

    @Test
    void isNotMovedByWhatAnAnswerTakes() {
        clock.compare(NOON.plusMillis(900));
        clock.compare(NOON.minusMillis(900));

        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void followsAJumpOnlyWhenItIsSeenTwice() {
        clock.compare(NOON);

        assertThat(clock.compare(NOON.plus(HOUR))).isEmpty();
        assertThat(clock.instant()).isEqualTo(NOON);
        passes(Duration.ofSeconds(10));

        assertThat(clock.compare(NOON.plus(HOUR).plusSeconds(10))).contains(HOUR);
        assertThat(clock.instant()).isEqualTo(NOON.plus(HOUR).plusSeconds(10));
    }

    @Test
    void doesNotFollowWhatWasSeenOnceAndWasOverThen() {
        clock.compare(NOON);
        clock.compare(NOON.plus(HOUR));
        clock.compare(NOON);

        assertThat(clock.compare(NOON.plus(HOUR))).isEmpty();
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
