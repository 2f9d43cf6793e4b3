package io.meshwork.notifier.channel.topic;

import io.meshwork.notifier.subscription.OwnTopic;
import io.meshwork.notifier.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What there is of the topic of a subscription.
 *
 * @param subscriber team whose it is
 * @param retention of its records; so long it outlives its subscription
 * @param made whether it can be written to; false also while it is deleted
 * @param rights null until it is made
 * @param trouble why it is not as it should be, and what helps; null when it is
 * @param unwritten why it could not be written to the last time, null when it could
 * @param deleteAt null while its subscription has it
 */
public record TopicState(
        String subscriptionId,
        String subscriber,
        Duration retention,
        boolean made,
        @Nullable Rights rights,
        @Nullable String trouble,
        @Nullable String unwritten,
        @Nullable Instant deleteAt) {

    /** The broker may have it from now on, whatever becomes of whoever makes it. */
    public static TopicState begun(Subscription wanted, OwnTopic topic) {
        return new TopicState(wanted.id(), wanted.subscriber(), topic.retention(), false, null, null, null, null);
    }

    /** @param end when it is deleted, null while its subscription has it */
    public TopicState until(@Nullable Instant end) {
        return new TopicState(subscriptionId, subscriber, retention, made, rights, trouble, unwritten, end);
    }

    public TopicState withTrouble(String reason) {
        return new TopicState(subscriptionId, subscriber, retention, made, rights, reason, unwritten, deleteAt);
    }

    /** Nothing is written to it any more, and it is not made anew before it is deleted. */
    public TopicState going(Instant now) {
        var end = deleteAt == null ? now : deleteAt;
        return new TopicState(subscriptionId, subscriber, retention, false, rights, trouble, unwritten, end);
    }

    public boolean isGoing() {
        return !made && deleteAt != null;
    }

    /** Whether it ever was there as it should be; then everything in it is ours. */
    public boolean wasMade() {
        return rights != null;
    }

    /** All that is not as it should be, for people; null when nothing is. */
    public @Nullable String troubles() {
        if (trouble == null || unwritten == null) {
            return trouble == null ? unwritten : trouble;
        }
        return trouble + "; " + unwritten;
    }
}
