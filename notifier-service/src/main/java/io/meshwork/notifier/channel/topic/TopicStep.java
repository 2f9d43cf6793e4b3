package io.meshwork.notifier.channel.topic;

import io.meshwork.notifier.subscription.OwnTopic;
import io.meshwork.notifier.subscription.Subscription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be done about the topic of a subscription. */
public sealed interface TopicStep {

    /** Nothing was done yet; that it begins is noted first, so that nothing is on the broker that nobody knows of. */
    record Begin(TopicState state) implements TopicStep {}

    /** The broker shall have it so, whatever there is now. */
    record Make(Subscription subscription, OwnTopic topic, TopicState state) implements TopicStep {}

    /** Its subscription has ended, or wants none any more; its reader may still have to read what is in it. */
    record Keep(TopicState state, Instant until) implements TopicStep {}

    /** Whatever was in it has passed its retention, or it was never made; that it goes is noted before it is deleted. */
    record Mark(TopicState state) implements TopicStep {}

    /** It goes, whoever wants it meanwhile: they get it anew. */
    record Delete(TopicState state) implements TopicStep {}

    record Nothing() implements TopicStep {}

    /**
     * @param subscription as it stands, null when there is none
     * @param state null when nothing was done yet
     */
    static TopicStep of(@Nullable Subscription subscription, @Nullable TopicState state, Instant now) {
        if (state != null && state.isGoing()) {
            return new Delete(state);
        }
        if (subscription != null && subscription.active() && subscription.topic() != null) {
            var topic = subscription.topic();
            return state == null
                    ? new Begin(TopicState.begun(subscription, topic))
                    : new Make(subscription, topic, state);
        }
        return state == null ? new Nothing() : end(state, now);
    }

    private static TopicStep end(TopicState state, Instant now) {
        if (!state.made()) {
            return new Mark(state);
        }
        var end = state.deleteAt() == null ? now.plus(state.retention()) : state.deleteAt();
        return now.isBefore(end) ? new Keep(state, end) : new Mark(state);
    }
}
