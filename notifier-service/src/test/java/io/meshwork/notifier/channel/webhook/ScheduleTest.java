package io.meshwork.notifier.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30));
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final Schedule schedule = new Schedule(WAITS, 0, HOUR, new Random(1));

    @Test
    void waitsLongerAfterEachVainTryAndGivesUpAfterTheLast() {
        assertThat(IntStream.rangeClosed(1, 4).mapToObj(tries -> schedule.next(tries, null)))
                .map(wait -> wait.orElse(null))
                .containsExactly(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30), null);
    }

    @Test
    void waitsAtLeastAsLongAsAskedButNotForever() {
        assertThat(schedule.next(1, Duration.ofSeconds(90))).contains(Duration.ofSeconds(90));
        assertThat(schedule.next(3, Duration.ofSeconds(90))).contains(Duration.ofMinutes(30));
        assertThat(schedule.next(1, Duration.ofDays(900))).contains(HOUR);
        assertThat(schedule.pause(null)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void isLaterByChanceAndNeverEarlier() {
        var jittered = new Schedule(WAITS, 0.2, HOUR, new Random(1));

        var waits = IntStream.range(0, 200)
                .mapToObj(_ -> jittered.next(2, null).orElseThrow())
                .toList();

        assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofMinutes(5)) >= 0);
        assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofMinutes(6)) < 0);
        assertThat(waits).doesNotHaveDuplicates();
    }

    @Test
    void readsHowLongAnEndpointAsksToWait() {
        assertThat(RetryAfter.read("120", NOON)).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryAfter.read("Sun, 01 Mar 2026 12:01:00 GMT", NOON)).isEqualTo(Duration.ofMinutes(1));
        assertThat(RetryAfter.read("Sun, 01 Mar 2026 11:00:00 GMT", NOON)).isEqualTo(Duration.ZERO);
        assertThat(RetryAfter.read("9".repeat(40), NOON)).isGreaterThan(Duration.ofDays(300));
        assertThat(RetryAfter.read("soon", NOON)).isNull();
        assertThat(RetryAfter.read("-1", NOON)).isNull();
        assertThat(RetryAfter.read("", NOON)).isNull();
    }
}
