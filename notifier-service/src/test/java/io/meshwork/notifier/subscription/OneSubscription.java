package io.meshwork.notifier.subscription;

import static io.meshwork.notifier.Given.NOW;

import io.meshwork.notifier.schedule.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The only subscription there is, for whoever only looks. */
public final class OneSubscription implements Subscriptions {

    private Stored stored;

    public OneSubscription(Stored stored) {
        this.stored = stored;
    }

    /** The subscription {@code orders} of sales, which wants a topic of its own or has ended. */
    public static OneSubscription toItsOwnTopic() {
        return new OneSubscription(toItsOwnTopic(true));
    }

    public void active(boolean now) {
        stored = toItsOwnTopic(now);
    }

    private static Stored toItsOwnTopic(boolean active) {
        var topic = new OwnTopic(Duration.ofDays(30), "sales-app");
        var subscription = new Subscription(
                "orders", "sales", null, Filter.ALL, Channel.FEED, null, active, false, null, Schedule.AT_ONCE, topic);
        return new Stored(subscription, Stored.Source.REQUEST, 1, "alice", NOW);
    }

    @Override
    public Optional<Stored> find(String id) {
        return Optional.of(stored);
    }

    @Override
    public List<Stored> all(List<String> ids) {
        return List.of(stored);
    }

    @Override
    public List<Stored> page(@Nullable String subscriber, @Nullable String after, int limit) {
        return List.of(stored);
    }

    @Override
    public Map<String, Stored> lock(Set<String> ids) {
        throw new UnsupportedOperationException("nothing is changed");
    }

    @Override
    public Set<String> configured() {
        throw new UnsupportedOperationException("nothing is changed");
    }

    @Override
    public Set<String> byDefault(Set<String> productIds) {
        throw new UnsupportedOperationException("nothing is changed");
    }

    @Override
    public void save(Stored changed) {
        throw new UnsupportedOperationException("nothing is changed");
    }
}
