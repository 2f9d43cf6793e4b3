package io.meshwork.notifier.channel.topic.kafka;

import static io.meshwork.notifier.Given.NOW;

import io.meshwork.notifier.schedule.Schedule;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Filter;
import io.meshwork.notifier.subscription.OwnTopic;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscription;
import io.meshwork.notifier.subscription.Subscriptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The subscription {@code orders}, which wants a topic or has ended. */
final class OneSubscription implements Subscriptions {

    private boolean active = true;

    void active(boolean now) {
        active = now;
    }

    @Override
    public Optional<Stored> find(String id) {
        var topic = new OwnTopic(Duration.ofDays(30), "sales-app");
        var subscription = new Subscription(
                "orders", "sales", null, Filter.ALL, Channel.FEED, null, active, false, null, Schedule.AT_ONCE, topic);
        return Optional.of(new Stored(subscription, Stored.Source.REQUEST, 1, "alice", NOW));
    }

    @Override
    public Map<String, Stored> lock(Set<String> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> configured() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> byDefault(Set<String> productIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save(Stored stored) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Stored> all(List<String> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Stored> page(@Nullable String subscriber, @Nullable String after, int limit) {
        throw new UnsupportedOperationException();
    }
}
