package io.meshwork.notifier.channel.topic;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What there is of the topic of a subscription.
 *
 * @param subscriber team whose it is
 * @param retention of its records; so long it outlives its subscription
 * @param made whether the broker has it
 * @param rights null until it is made
 * @param trouble why it is not as it should be, and what helps; null when it is
 * @param deleteAt null while its subscription has it
 */
public record TopicState(
        String subscriptionId,
        String subscriber,
        Duration retention,
        boolean made,
        @Nullable Rights rights,
        @Nullable String trouble,
        @Nullable Instant deleteAt) {

    /** @param end when it is deleted, null while its subscription has it */
    public TopicState until(@Nullable Instant end) {
        return new TopicState(subscriptionId, subscriber, retention, made, rights, trouble, end);
    }

    public TopicState withTrouble(String reason) {
        return new TopicState(subscriptionId, subscriber, retention, made, rights, reason, deleteAt);
    }
}
