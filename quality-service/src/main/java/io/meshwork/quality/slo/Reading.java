package io.meshwork.quality.slo;

import io.meshwork.quality.slo.promise.Objective;
import io.meshwork.quality.slo.promise.Objective.Kind;
import io.meshwork.quality.slo.sample.Count;
import io.meshwork.quality.slo.sample.Span.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An objective judged by the facts.
 *
 * @param level null when the facts say nothing, and all stays as it is
 * @param at when it came to be so
 * @param measured in the unit of the target, null when nothing arrived in time
 * @param deadline when it is breached unless something arrives, null when nothing must
 * @param due when to look again without any news, null for never
 */
record Reading(
        @Nullable Level level,
        Instant at,
        @Nullable Double measured,
        @Nullable Instant deadline,
        @Nullable Instant due) {

    /** Data is at risk when so much of its time is over. */
    private static final double WARNING = 0.9;

    /** The breach that nobody saw: new data came after the deadline, and before anybody looked. */
    static Optional<Reading> missed(Standing standing, Facts facts) {
        Instant deadline = standing.deadline();
        return facts instanceof Facts.Age(var since)
                        && deadline != null
                        && since.isAfter(deadline)
                        && standing.level() != Level.BREACHED
                ? Optional.of(new Reading(Level.BREACHED, deadline, null, deadline, null))
                : Optional.empty();
    }

    static Reading of(Objective objective, Facts facts, Instant now) {
        return switch (facts) {
            case Facts.None none -> new Reading(null, now, null, null, null);
            case Facts.Score(var score, var scoredAt) ->
                new Reading(score < objective.target() ? Level.BREACHED : Level.OK, scoredAt, score, null, null);
            case Facts.Reported reported -> reported(objective, reported);
            case Facts.Age(var since) -> age(objective, since.isAfter(now) ? now : since, now);
        };
    }

    private static Reading age(Objective objective, Instant since, Instant now) {
        Duration time = objective.time();
        Instant deadline = since.plus(time);
        Instant warning = since.plus(Duration.ofMillis(Math.round(time.toMillis() * WARNING)));
        if (!deadline.isAfter(now)) {
            return new Reading(Level.BREACHED, deadline, null, deadline, null);
        }
        double seconds = Duration.between(since, now).toMillis() / 1000.0;
        return warning.isAfter(now)
                ? new Reading(Level.OK, since, seconds, deadline, warning)
                : new Reading(Level.AT_RISK, warning, seconds, deadline, deadline);
    }

    private static Reading reported(Objective objective, Facts.Reported reported) {
        BurnRate.Finding finding = BurnRate.find(objective, reported.counts());
        Count count = reported.counts().of(finding.over());
        return new Reading(
                finding.level(),
                reported.counts().newest().plus(Bucket.SLOT.width()),
                measured(objective.kind(), count, reported.value()),
                null,
                null);
    }

    private static @Nullable Double measured(Kind kind, Count count, @Nullable Double value) {
        return switch (kind) {
            case AVAILABILITY -> count.goodShare();
            case ERROR_RATE -> count.badShare();
            case LATENCY, THROUGHPUT, FRESHNESS, QUALITY_SCORE -> value;
        };
    }
}
