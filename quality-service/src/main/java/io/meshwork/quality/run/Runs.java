package io.meshwork.quality.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Versions to be checked and what came of it. */
public interface Runs {

    void keep(Collection<Version> versions);

    /** Contract of a version as canonical JSON. */
    Optional<String> contract(String productId, String version);

    /** All versions of each of these products; products that were never published are absent. */
    Map<String, Set<String>> versions(Set<String> productIds);

    /**
     * Notes when the data of versions was refreshed.
     *
     * @return keys of the refreshes that are news: a refresh that is older than a known one of its version is not
     */
    Set<Refresh> noteRefreshes(Collection<Refresh> refreshes);

    /**
     * Takes so many sequences of each product, locking it until the transaction ends.
     *
     * @return the last one taken of each product
     */
    Map<String, Long> takeSequences(Map<String, Integer> counts);

    void record(Collection<Run> runs);

    /** @param version null for the latest run whatever the version */
    Optional<Run> latest(String productId, @Nullable String version);

    /**
     * Runs before the given sequence, newest first.
     *
     * @param version null for runs of all versions
     */
    List<Run> history(String productId, @Nullable String version, long before, int limit);
}
