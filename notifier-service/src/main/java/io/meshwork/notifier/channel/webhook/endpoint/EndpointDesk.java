package io.meshwork.notifier.channel.webhook.endpoint;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Decisions;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.channel.webhook.endpoint.EndpointResult.Code;
import io.meshwork.notifier.channel.webhook.endpoint.EndpointResult.Done;
import io.meshwork.notifier.channel.webhook.endpoint.EndpointResult.Refused;
import io.meshwork.notifier.channel.webhook.guard.Destinations;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.subscription.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What teams do with their endpoints. It is done at once and not through the log, in which a secret must not stand.
 *
 * <p>Everywhere {@code denial} says why the caller may not act for a team, null when they may.
 */
public final class EndpointDesk {

    private final Endpoints endpoints;
    private final Notifications notifications;
    private final Vault vault;
    private final Destinations destinations;
    private final Decisions decisions;
    private final EnabledNews news;
    private final Limits limits;
    private final Clock clock;

    /**
     * @param perTeam endpoints of a team at most
     * @param overlap how long a replaced secret still signs
     */
    public record Limits(int perTeam, Duration overlap) {}

    public EndpointDesk(
            Endpoints endpoints,
            Notifications notifications,
            Vault vault,
            Destinations destinations,
            Decisions decisions,
            EnabledNews news,
            Limits limits,
            Clock clock) {
        this.endpoints = endpoints;
        this.notifications = notifications;
        this.vault = vault;
        this.destinations = destinations;
        this.decisions = decisions;
        this.news = news;
        this.limits = limits;
        this.clock = clock;
    }

    /** The only time that the secret is told. */
    public EndpointResult create(EndpointForm form, Function<String, @Nullable String> denial, String principal) {
        var denied = denial.apply(form.team());
        if (denied != null) {
            return new Refused(Code.DENIED, denied);
        }
        if (vault.isClosed()) {
            return new Refused(Code.OFF, "webhooks are off: the operators have not set mesh.webhooks.key");
        }
        var faults = form.faults(destinations);
        if (!faults.isEmpty()) {
            return Refused.invalid(faults);
        }
        if (endpoints.count(form.team()) >= limits.perTeam()) {
            return new Refused(
                    Code.TOO_MANY,
                    "the team has " + limits.perTeam() + " endpoints, the most it may have; delete one first");
        }
        return add(form, principal);
    }

    private EndpointResult add(EndpointForm form, String principal) {
        var now = clock.instant();
        var secret = vault.newSecret();
        var endpoint = new Endpoint(
                form.id(),
                form.team(),
                form.url(),
                EndpointState.ENABLED,
                null,
                Secrets.first(vault.seal(form.id(), secret)),
                principal,
                now,
                now,
                Health.UNKNOWN);
        return endpoints.add(endpoint)
                ? new Done(endpoint, secret, 0)
                : new Refused(Code.TAKEN, "there is an endpoint '" + form.id() + "' already; choose another id");
    }

    /** @param atOnce the present secret signs no longer, since others may know it */
    public EndpointResult rotate(String id, boolean atOnce, Function<String, @Nullable String> denial) {
        if (vault.isClosed()) {
            return new Refused(Code.OFF, "webhooks are off: the operators have not set mesh.webhooks.key");
        }
        var secret = vault.newSecret();
        return change(id, denial, (endpoint, _, now) -> {
            var until = atOnce ? now : now.plus(limits.overlap());
            var rotated = endpoint.rotated(vault.seal(id, secret), until, now);
            endpoints.save(rotated);
            return new Done(rotated, secret, 0);
        });
    }

    /** What waits is sent at once. */
    public EndpointResult enable(String id, Function<String, @Nullable String> denial) {
        return change(id, denial, (endpoint, outcomes, now) -> {
            var enabled = endpoint.enabled(now);
            endpoints.save(enabled);
            news.tell(enabled, now, outcomes);
            wake(id, outcomes, now);
            return new Done(enabled, null, 0);
        });
    }

    /** What waits is suppressed, and can be replayed. */
    public EndpointResult disable(String id, String principal, Function<String, @Nullable String> denial) {
        return change(id, denial, (endpoint, outcomes, now) -> {
            var disabled = endpoint.disabled("switched off by " + principal, now);
            endpoints.save(disabled);
            wake(id, outcomes, now);
            return new Done(disabled, null, 0);
        });
    }

    public EndpointResult delete(String id, Function<String, @Nullable String> denial) {
        return change(id, denial, (endpoint, outcomes, now) -> {
            endpoints.delete(id);
            wake(id, outcomes, now);
            return new Done(endpoint, null, 0);
        });
    }

    /** Sends again, under the same ids, what failed or was suppressed and settled at this time or later. */
    public EndpointResult replay(String id, Instant since, Function<String, @Nullable String> denial) {
        return change(id, denial, (endpoint, outcomes, now) -> {
            if (!endpoint.isEnabled()) {
                return new Refused(
                        Code.DISABLED,
                        "the endpoint is " + endpoint.state().word() + "; enable it first: mesh webhook enable " + id);
            }
            int revived = notifications.revive(Channel.WEBHOOK, id, since);
            wake(id, outcomes, now);
            return new Done(endpoint, null, revived);
        });
    }

    @FunctionalInterface
    private interface Change {
        EndpointResult make(Endpoint endpoint, Outcomes outcomes, Instant now);
    }

    private EndpointResult change(String id, Function<String, @Nullable String> denial, Change change) {
        var result = new AtomicReference<EndpointResult>(
                new Refused(Code.UNKNOWN, "there is no webhook endpoint '" + id + "'"));
        decisions.decide(outcomes -> endpoints.lock(id).ifPresent(endpoint -> {
            var denied = denial.apply(endpoint.team());
            result.set(
                    denied == null
                            ? change.make(endpoint, outcomes, clock.instant())
                            : new Refused(Code.DENIED, denied));
        }));
        return Objects.requireNonNull(result.get());
    }

    private static void wake(String id, Outcomes outcomes, Instant now) {
        var cause = Identity.of("webhook endpoint changed", id, now);
        outcomes.enqueue(new Cause(cause, cause.toString(), null), Channel.WEBHOOK.word(), id, "", now);
    }
}
