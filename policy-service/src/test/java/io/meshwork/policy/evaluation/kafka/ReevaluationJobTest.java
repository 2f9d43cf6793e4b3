package io.meshwork.policy.evaluation.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Job;
import io.meshwork.messaging.RetryJobLater;
import io.meshwork.policy.inforce.Reevaluation;
import io.meshwork.policy.inforce.Walk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReevaluationJobTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /** The database's clock says what is due; judged too early, the product would still be spared. */
    @Test
    void graceThatHasNotEndedByThisClockIsWaitedFor() {
        ReevaluationJob job = new ReevaluationJob(null, null, null, null, Clock.fixed(NOON, ZoneOffset.UTC));
        Walk walk = new Walk.GraceEnded(NOON.plusNanos(1_000));

        assertThatExceptionOfType(RetryJobLater.class)
                .isThrownBy(() -> job.run(new Job(Reevaluation.KIND, walk.text(), walk.text(), 0, cause())));
    }

    @Test
    void pagesGetSmallerWhileJudgingIsSlow() {
        assertThat(ReevaluationJob.nextSize(200, Duration.ofMillis(1_001))).isEqualTo(50);
        assertThat(ReevaluationJob.nextSize(1, Duration.ofHours(1))).isEqualTo(1);
        assertThat(ReevaluationJob.nextSize(50, Duration.ofMillis(100))).isEqualTo(100);
        assertThat(ReevaluationJob.nextSize(200, Duration.ofMillis(100))).isEqualTo(200);
    }

    private static Cause cause() {
        return new Cause(UUID.randomUUID(), "correlation", null);
    }
}
