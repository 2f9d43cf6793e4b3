package io.meshwork.notifier.notification;

import io.meshwork.messaging.RetryJobLater;
import io.meshwork.notifier.subscription.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The notifications decided so far. */
public interface Notifications {

    /**
     * Records decisions, once for each event and subscription.
     *
     * @return ids of those that were not recorded before
     */
    Set<UUID> record(List<Notification> notifications, Instant now);

    /** The oldest ones waiting for a target that may be sent by now, in the order of their decision. */
    List<Notification> waiting(Channel channel, String target, Instant now, int limit);

    /** Of those waiting for a target the one that may be sent first, be it now or later. */
    Optional<Notification> next(Channel channel, String target);

    /**
     * Those that may be sent by now, as {@link #waiting}; for the job of the channel, which has nothing to do when there are none.
     *
     * @throws RetryJobLater when something waits, but for a later time: the job comes back then
     */
    default List<Notification> due(Channel channel, String target, Instant now, int limit) {
        var due = waiting(channel, target, now, limit);
        if (due.isEmpty()) {
            next(channel, target).ifPresent(next -> {
                throw new RetryJobLater(Duration.between(now, next.due(now)), "what waits is for a later time");
            });
        }
        return due;
    }

    /** All that wait for a target and belong to these incidents, whenever they are due, in the order of their decision. */
    List<Notification> waiting(Channel channel, String target, Collection<Long> incidents);

    /** Puts off those that still wait, and that nobody has {@link #release released} since they were read. */
    void hold(List<Notification> waiting, Instant until, String why);

    /**
     * Lets all that belong to incidents and were put off be looked at again at once, and those that are due.
     *
     * @return where they wait
     */
    Set<Address> release(Instant now);

    /** @param target empty for the channel's only one */
    record Address(Channel channel, String target) {}

    /** Stores what became of those that still wait. */
    void settle(List<Notification> waiting, Notification.Delivery delivery, Instant now);

    /**
     * Lets those wait again that failed or were suppressed and settled at this time or later, with patience as if they had not been
     * tried.
     *
     * @return how many
     */
    int revive(Channel channel, String target, Instant settledFrom);

    /**
     * Lets those wait again that a channel refused for good, likewise; what was sent is not among them, whoever else asks meanwhile.
     *
     * @param limit the oldest ones, at most so many
     * @return where they wait now, each for itself
     */
    List<Address> revive(Failed which, int limit);

    /** How many there are. */
    int count(Failed which);

    Optional<Entry> find(UUID id);

    /**
     * Notifications that a channel refused for good; null for whatever it is.
     *
     * @param since when it was refused, or later
     */
    record Failed(
            @Nullable UUID id,
            @Nullable String subscription,
            @Nullable Instant since) {}

    /** Counts one vain attempt. */
    void attempted(List<Notification> tried);

    /** The last ones that belong to an incident, in reverse order of decision. */
    List<Entry> ofIncident(long incident, int limit);

    /** @return the page in reverse order of decision */
    List<Entry> page(Query query);
}
