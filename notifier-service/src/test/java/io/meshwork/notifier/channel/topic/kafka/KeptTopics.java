package io.meshwork.notifier.channel.topic.kafka;

import io.meshwork.notifier.channel.topic.OwnTopics;
import io.meshwork.notifier.channel.topic.TopicState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Topics of subscriptions in memory. */
final class KeptTopics implements OwnTopics {

    private final Map<String, TopicState> states = new HashMap<>();

    @Override
    public Optional<TopicState> find(String subscriptionId) {
        return Optional.ofNullable(states.get(subscriptionId));
    }

    @Override
    public int others(String subscriber, String subscriptionId) {
        return 0;
    }

    @Override
    public void save(TopicState state) {
        states.put(state.subscriptionId(), state);
    }

    @Override
    public void written(String subscriptionId, @Nullable String unwritten) {
        states.computeIfPresent(
                subscriptionId,
                (_, state) -> new TopicState(
                        state.subscriptionId(),
                        state.subscriber(),
                        state.retention(),
                        state.made(),
                        state.rights(),
                        state.trouble(),
                        unwritten,
                        state.deleteAt()));
    }

    @Override
    public void remove(String subscriptionId) {
        states.remove(subscriptionId);
    }
}
