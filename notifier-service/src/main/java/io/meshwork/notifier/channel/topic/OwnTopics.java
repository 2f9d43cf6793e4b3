package io.meshwork.notifier.channel.topic;

import java.util.Optional;

/** The topics of subscriptions as they are on the broker. */
public interface OwnTopics {

    Optional<TopicState> find(String subscriptionId);

    /** How many a team has besides that of this subscription, with those that outlive their subscriptions. */
    int others(String subscriber, String subscriptionId);

    void save(TopicState state);

    void remove(String subscriptionId);
}
