package io.meshwork.notifier.channel.webhook.endpoint;

import io.meshwork.messaging.MeshClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint is doing.
 *
 * @param failure why the last failed request failed
 * @param failures in a row, 0 after a success
 * @param failingSince the first of these, null when there is none
 * @param notBefore nothing is sent before; null when nothing has to wait
 */
public record Health(
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        @Nullable String failure,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant notBefore) {

    public static final Health UNKNOWN = new Health(null, null, null, 0, null, null);

    Health succeeded(Instant now) {
        return new Health(now, lastFailure, failure, 0, null, null);
    }

    Health failed(String reason, Instant now, @Nullable Instant next) {
        return new Health(lastSuccess, now, reason, failures + 1, failingSince == null ? now : failingSince, next);
    }

    /** As if it had not failed so far; what happened stays on record. */
    Health forgiven() {
        return new Health(lastSuccess, lastFailure, failure, 0, null, null);
    }

    /** How long nothing is sent; what failed in the future did before the clock was put back. */
    public Optional<Duration> pause(Instant now) {
        return Optional.ofNullable(notBefore)
                .filter(_ -> lastFailure == null || !lastFailure.isAfter(MeshClock.latestNote(now)))
                .map(turn -> Duration.between(now, turn))
                .filter(Duration::isPositive);
    }

    public boolean isFailingFor(Duration limit, Instant now) {
        return failingSince != null && !failingSince.plus(limit).isAfter(now);
    }
}
