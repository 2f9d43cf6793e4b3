package io.meshwork.notifier.channel.webhook.endpoint;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The endpoints there are. */
public interface Endpoints {

    /** An endpoint and the number of notifications that wait for it. */
    record Waiting(Endpoint endpoint, long pending) {}

    /** @return false when the id is taken */
    boolean add(Endpoint endpoint);

    Optional<Endpoint> find(String id);

    /** The endpoint, which nobody else changes until the end of the transaction. */
    Optional<Endpoint> lock(String id);

    /** Stores everything that changes; does nothing when the endpoint is gone. */
    void save(Endpoint endpoint);

    void delete(String id);

    int count(String team);

    /** Teams that have endpoints. */
    List<String> teams();

    /** By id. */
    List<Waiting> page(Collection<String> teams, @Nullable String after, int limit);

    long pending(String id);

    /** Who subscribes, by the ids of subscriptions; those that are unknown are missing. */
    Map<String, String> subscribers(Collection<String> subscriptionIds);
}
