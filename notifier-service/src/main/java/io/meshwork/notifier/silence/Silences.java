package io.meshwork.notifier.silence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The silences that were asked for. */
public interface Silences {

    /** Those that may cover something at this moment. */
    List<Silence> inForce(Instant now);

    /** Locks these ids until the transaction ends; those that never were are missing from the answer, a map of the caller's own. */
    Map<String, Stored> lock(Set<String> ids);

    void save(Stored stored);

    Optional<Stored> find(String id);

    /**
     * @param ended whether those are wanted, too, that have ended by now
     * @param after id to go on after, null for the first page
     * @return by id
     */
    List<Stored> page(boolean ended, Instant now, @Nullable String after, int limit);
}
