package io.meshwork.notifier.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Set;

/** All incidents; what locks or stores is used inside a transaction. */
public interface Incidents {

    /**
     * Locks until the transaction ends, in the order of the keys.
     *
     * @param keys that may get an incident
     * @param subjects of which every incident is asked for
     * @return the last incident of each key that had one, a map of the caller's own
     */
    Map<IncidentKey, Incident> lock(Set<IncidentKey> keys, Set<String> subjects);

    Optional<Incident> lock(long number);

    /** Locks these until the transaction ends, in the order of their keys; a map of the caller's own. */
    Map<Long, Incident> lockAll(Collection<Long> numbers);

    /** Numbers that no other incident has. */
    PrimitiveIterator.OfLong numbers(int count);

    void store(List<Change> changes, Instant now);

    /** Lets nobody else count those of a domain with this cause until the transaction ends. */
    void lockCount(String domain, String cause);

    /** How many are not resolved of the products of a domain, with this cause; the limit when there are more. */
    int countUnresolved(String domain, String cause, int limit);

    /** Those not resolved of the products of a domain, with this cause; most recent first. */
    List<Incident> unresolved(String domain, String cause, int limit);

    /** Subscriptions that were told of them, or are to be. */
    Map<Long, Set<String>> audiences(Collection<Long> numbers);

    Map<Long, Incident> find(Collection<Long> numbers);

    List<Incident> page(IncidentQuery query);

    /** The last lines of its story, oldest first. */
    List<StoryLine> story(long number, int limit);
}
