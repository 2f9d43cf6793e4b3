package io.meshwork.notifier.channel.webhook.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of an endpoint, encrypted by the {@link Vault}.
 *
 * @param previous signs beside the current one until {@code previousUntil}, null when there is none
 */
public record Secrets(
        String current, @Nullable String previous, @Nullable Instant previousUntil) {

    public static Secrets first(String secret) {
        return new Secrets(secret, null, null);
    }

    /** @param overlapUntil the present secret signs until then; not at all when that has passed */
    public Secrets rotated(String next, Instant overlapUntil, Instant now) {
        return overlapUntil.isAfter(now) ? new Secrets(next, current, overlapUntil) : first(next);
    }

    /** Those that sign now, the newest first. */
    public List<String> signing(Instant now) {
        return previousUntil != null && previousUntil.isAfter(now)
                ? Stream.concat(Stream.of(current), Stream.ofNullable(previous)).toList()
                : List.of(current);
    }
}
