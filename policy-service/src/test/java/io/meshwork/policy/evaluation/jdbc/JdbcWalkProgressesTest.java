package io.meshwork.policy.evaluation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.jdbc.Jobs;
import io.meshwork.policy.PolicyTables;
import io.meshwork.policy.evaluation.WalkProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcWalkProgressesTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");

    private static JdbcClient jdbc;
    private final JdbcWalkProgresses progresses = new JdbcWalkProgresses(jdbc, new Jobs(jdbc, InstantSource.system()));

    @BeforeAll
    static void migrate() {
        jdbc = JdbcClient.create(PolicyTables.in("progresses"));
    }

    @BeforeEach
    void clear() {
        jdbc.sql("truncate walk_progress").update();
    }

    @Test
    void newestProgressOfAWalkIsKept() {
        progresses.keep(progress("all", 100, NOON.plusSeconds(1), false));
        progresses.keep(progress("all", 400, NOON.plusSeconds(4), false));

        assertThat(progresses.all()).containsExactly(progress("all", 400, NOON.plusSeconds(4), false));
    }

    @Test
    void walksThatGoOnComeFirst() {
        progresses.keep(progress("domain:cart", 10, NOON.plusSeconds(9), true));
        progresses.keep(progress("all", 100, NOON.plusSeconds(1), false));
        progresses.keep(progress("daily", 10, NOON.plusSeconds(5), true));

        assertThat(progresses.all()).extracting(WalkProgress::walk).containsExactly("all", "domain:cart", "daily");
    }

    @Test
    void whatEndedLongAgoIsForgotten() {
        progresses.keep(progress("all", 100, NOON, true));
        progresses.keep(progress("daily", 100, NOON.plusSeconds(1), true));

        progresses.trim(NOON.plusSeconds(1));

        assertThat(progresses.all()).extracting(WalkProgress::walk).containsExactly("daily");
    }

    @Test
    void tellsHowLongItWillTakeAtTheRateSoFar() {
        WalkProgress halfway = progress("all", 500, NOON.plusSeconds(10), false);

        assertThat(halfway.perSecond()).isEqualTo(50);
        assertThat(halfway.left()).contains(Duration.ofSeconds(10));
        assertThat(progress("all", 1_000, NOON.plusSeconds(10), true).left()).isEmpty();
        assertThat(progress("all", 0, NOON, false).left()).isEmpty();
    }

    private static WalkProgress progress(String walk, long reached, Instant movedAt, boolean finished) {
        return new WalkProgress(walk, 7, 1_000, reached, 3, NOON, movedAt, finished);
    }
}
