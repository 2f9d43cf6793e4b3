package io.meshwork.quality.slo.report;

import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Adds up how long objectives stood how. */
public interface SloReports {

    /** @param until exclusive */
    record Time(Instant from, Instant until) {}

    /** By domain. */
    SortedMap<String, Kept> byDomain(Time time);

    /**
     * By product, in the order of their ids.
     *
     * @param domain null for all
     * @param after only products after this id, null for the first
     */
    SortedMap<String, Kept> byProduct(Time time, @Nullable String domain, @Nullable String after, int limit);

    /** Of these products; those of which nothing was measured are absent. */
    SortedMap<String, Kept> of(Time time, Collection<String> productIds);
}
