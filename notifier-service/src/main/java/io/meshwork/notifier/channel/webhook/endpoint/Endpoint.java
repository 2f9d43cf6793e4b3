package io.meshwork.notifier.channel.webhook.endpoint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address of a team to which its notifications are sent.
 *
 * @param url as given; what comes after the host may be a secret of the team
 * @param reason why it is in its state, null while enabled
 * @param changedAt when the team or the mesh last changed anything but its health
 */
public record Endpoint(
        String id,
        String team,
        String url,
        EndpointState state,
        @Nullable String reason,
        Secrets secrets,
        String createdBy,
        Instant createdAt,
        Instant changedAt,
        Health health) {

    public boolean isEnabled() {
        return state == EndpointState.ENABLED;
    }

    /** Starts again: without a wait, and without the failures so far. */
    public Endpoint enabled(Instant now) {
        return is(EndpointState.ENABLED, null, now).doing(health.forgiven());
    }

    public Endpoint disabled(String why, Instant now) {
        return is(EndpointState.DISABLED, why, now);
    }

    public Endpoint gone(String why, Instant now) {
        return is(EndpointState.GONE, why, now).failed(why, now, null);
    }

    public Endpoint rotated(String next, Instant overlapUntil, Instant now) {
        return new Endpoint(
                id,
                team,
                url,
                state,
                reason,
                secrets.rotated(next, overlapUntil, now),
                createdBy,
                createdAt,
                now,
                health);
    }

    public Endpoint succeeded(Instant now) {
        return doing(health.succeeded(now));
    }

    /** @param next nothing is sent before, null when nothing has to wait */
    public Endpoint failed(String why, Instant now, @Nullable Instant next) {
        return doing(health.failed(why, now, next));
    }

    private Endpoint is(EndpointState next, @Nullable String why, Instant now) {
        return new Endpoint(id, team, url, next, why, secrets, createdBy, createdAt, now, health);
    }

    private Endpoint doing(Health next) {
        return new Endpoint(id, team, url, state, reason, secrets, createdBy, createdAt, changedAt, next);
    }
}
