package io.meshwork.policy.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a walk over products has got.
 *
 * @param walk as in {@link io.meshwork.policy.inforce.Walk#text}
 * @param setRevision the newest policy set that it judged by
 * @param products that it comes to, counted when it began
 * @param reached of them
 * @param changed verdicts that say something else than before
 * @param movedAt when this was noted
 */
public record WalkProgress(
        String walk,
        long setRevision,
        long products,
        long reached,
        long changed,
        Instant startedAt,
        Instant movedAt,
        boolean finished) {

    public double perSecond() {
        double seconds = Duration.between(startedAt, movedAt).toNanos() / 1e9;
        return seconds <= 0 ? 0 : reached / seconds;
    }

    /** At the rate so far; empty when it has ended, or has no rate yet. */
    public Optional<Duration> left() {
        return finished || perSecond() == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (Math.max(0, products - reached) / perSecond() * 1_000)));
    }
}
