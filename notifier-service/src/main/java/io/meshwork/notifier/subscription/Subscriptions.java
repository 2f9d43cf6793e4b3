package io.meshwork.notifier.subscription;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The subscriptions of all channels. */
public interface Subscriptions {

    /** Locks these ids until the transaction ends; those never subscribed are missing from the answer. */
    Map<String, Stored> lock(Set<String> ids);

    /** Ids of active subscriptions that the configuration wrote. */
    Set<String> configured();

    /** Ids of active subscriptions that follow from contracts of these products, or from access to them. */
    Set<String> byDefault(Set<String> productIds);

    void save(Stored stored);

    Optional<Stored> find(String id);

    /** Those that there are, by id. */
    List<Stored> all(List<String> ids);

    /**
     * @param subscriber only of this team, null for all
     * @param after id to go on after, null for the first page
     */
    List<Stored> page(@Nullable String subscriber, @Nullable String after, int limit);
}
