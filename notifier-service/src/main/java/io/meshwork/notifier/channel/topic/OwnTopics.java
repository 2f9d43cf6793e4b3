package io.meshwork.notifier.channel.topic;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The topics of subscriptions as they are on the broker. */
public interface OwnTopics {

    Optional<TopicState> find(String subscriptionId);

    /**
     * How many a team has besides that of this subscription, with those that outlive their subscriptions, but without those that
     * were never made. Who asks for two at the same moment may get one more than allowed.
     */
    int others(String subscriber, String subscriptionId);

    /** All but what {@link #written} keeps. */
    void save(TopicState state);

    /** @param unwritten why it could not be written to, null when it could */
    void written(String subscriptionId, @Nullable String unwritten);

    void remove(String subscriptionId);
}
