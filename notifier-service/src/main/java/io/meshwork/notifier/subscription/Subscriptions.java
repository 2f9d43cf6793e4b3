package io.meshwork.notifier.subscription;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The subscriptions of all channels. */
public interface Subscriptions {

    /** Locks these ids until the transaction ends; those never subscribed are missing from the answer. */
    Map<String, Stored> lock(Set<String> ids);

    /** Ids of active subscriptions that the configuration wrote. */
    Set<String> configured();

    void save(Stored stored);

    /** @param after id to go on after, null for the first page */
    List<Stored> page(@Nullable String after, int limit);
}
