package io.meshwork.notifier.channel.topic;

import io.meshwork.notifier.subscription.OwnTopic;
import io.meshwork.notifier.subscription.Subscription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be done about the topic of a subscription. */
public sealed interface TopicStep {

    /** The broker shall have it so, whatever there is now. */
    record Make(Subscription subscription, OwnTopic topic) implements TopicStep {}

    /** Its subscription has ended, or wants none any more; its reader may still have to read what is in it. */
    record Keep(TopicState state, Instant until) implements TopicStep {}

    /** Whatever was in it has passed its retention. */
    record Delete(TopicState state) implements TopicStep {}

    /** It was never made. */
    record Forget(TopicState state) implements TopicStep {}

    record Nothing() implements TopicStep {}

    /**
     * @param subscription as it stands, null when there is none
     * @param state null when nothing was done yet
     */
    static TopicStep of(@Nullable Subscription subscription, @Nullable TopicState state, Instant now) {
        if (subscription != null && subscription.active() && subscription.topic() != null) {
            return new Make(subscription, subscription.topic());
        }
        if (state == null) {
            return new Nothing();
        }
        if (!state.made()) {
            return new Forget(state);
        }
        var end = state.deleteAt() == null ? now.plus(state.retention()) : state.deleteAt();
        return now.isBefore(end) ? new Keep(state, end) : new Delete(state);
    }
}
