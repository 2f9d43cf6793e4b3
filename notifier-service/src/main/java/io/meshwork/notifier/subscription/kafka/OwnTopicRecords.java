package io.meshwork.notifier.subscription.kafka;

import io.meshwork.events.SubmittedOwnTopic;
import io.meshwork.events.SubscriptionOwnTopic;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.subscription.OwnTopic;
import io.meshwork.notifier.subscription.OwnTopicForm;
import io.meshwork.notifier.subscription.Stored;
import org.jspecify.annotations.Nullable;

/** Topics of subscriptions from and to their records. */
final class OwnTopicRecords {

    private OwnTopicRecords() {}

    static @Nullable OwnTopicForm fromSubmitted(@Nullable SubmittedOwnTopic topic) {
        return topic == null ? null : new OwnTopicForm(topic.getRetentionHours(), topic.getReader());
    }

    static @Nullable SubscriptionOwnTopic toChanged(@Nullable OwnTopic topic) {
        return topic == null
                ? null
                : SubscriptionOwnTopic.newBuilder()
                        .setRetentionHours((int) topic.retention().toHours())
                        .setReader(topic.reader())
                        .build();
    }

    /** A change may have taken the topic away, so every one but the first has it looked at. */
    static void enqueue(Outcomes outcomes, Cause cause, Stored stored) {
        var subscription = stored.subscription();
        if (subscription.topic() != null || stored.revision() > 1) {
            outcomes.enqueue(cause, OwnTopic.JOB, subscription.id(), "", stored.changedAt());
        }
    }
}
