package io.meshwork.notifier.notification;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Decisions;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.notification.Notifications.Address;
import io.meshwork.notifier.notification.Notifications.Failed;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Another try for what a channel refused for good, under the same id, by the way of all notifications. It is done at once: what
 * becomes of it is recorded and announced when the channel has answered.
 */
public final class Replays {

    private final Notifications notifications;
    private final Decisions decisions;
    private final Clock clock;

    public Replays(Notifications notifications, Decisions decisions, Clock clock) {
        this.notifications = notifications;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * What became of many.
     *
     * @param replayed how many wait again, or would
     * @param left how many more have failed
     */
    public record Many(int replayed, int left) {}

    /** What became of one. */
    public sealed interface One {

        record Waiting(UUID id) implements One {}

        record Unknown() implements One {}

        record NotFailed(Entry entry) implements One {}
    }

    public One replay(UUID id) {
        if (!revive(new Failed(id, null, null), 1).isEmpty()) {
            return new One.Waiting(id);
        }
        return notifications.find(id).<One>map(One.NotFailed::new).orElseGet(One.Unknown::new);
    }

    /**
     * @param since when they were refused, or later; null for all that are kept
     * @param limit the oldest ones, at most so many
     */
    public Many replay(String subscription, @Nullable Instant since, int limit) {
        var which = new Failed(null, subscription, since);
        var revived = revive(which, limit).size();
        return new Many(revived, notifications.count(which));
    }

    /** What {@link #replay(String, Instant, int)} would do. */
    public Many preview(String subscription, @Nullable Instant since, int limit) {
        var failed = notifications.count(new Failed(null, subscription, since));
        return new Many(Math.min(failed, limit), Math.max(0, failed - limit));
    }

    private List<Address> revive(Failed which, int limit) {
        var revived = new AtomicReference<List<Address>>(List.of());
        decisions.decide(outcomes -> {
            var addresses = notifications.revive(which, limit);
            wake(addresses, outcomes);
            revived.set(addresses);
        });
        return Optional.ofNullable(revived.get()).orElse(List.of());
    }

    private void wake(List<Address> addresses, Outcomes outcomes) {
        var now = clock.instant();
        new LinkedHashSet<>(addresses).forEach(address -> {
            var cause = Identity.of("notifications replayed", address.channel().word(), address.target(), now);
            outcomes.enqueue(
                    new Cause(cause, cause.toString(), null), address.channel().word(), address.target(), "", now);
        });
    }
}
