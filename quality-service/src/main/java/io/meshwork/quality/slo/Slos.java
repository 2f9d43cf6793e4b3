package io.meshwork.quality.slo;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.quality.slo.sample.Measured;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Watched products; used inside a transaction. A product is locked before anything of it is changed. */
public interface Slos {

    /** Whether a transaction is worth its while. */
    boolean hasWork(Instant now);

    /** Takes what came through {@link io.meshwork.quality.run.Followers}, and locks the products it is about. */
    List<Watched> takeNews(int most);

    /** Locks products that are due, the longest due first; skips those that somebody else has locked. */
    List<Watched> takeDue(Instant now, int most);

    /** Locks these; those that were never watched are new ones. */
    List<Watched> lock(Set<String> productIds);

    /** All objectives of these products, by product. */
    Map<String, List<Slo>> of(Set<String> productIds);

    /** Versions that are not retired, by product. */
    Map<String, Set<String>> versions(Set<String> productIds);

    DataProduct contract(String productId, String version);

    /** Of each objective. */
    Map<Slo, Facts> facts(Collection<Slo> slos);

    /** Adds windows to what was counted; one that is known takes its former place. */
    void count(Collection<Measured> windows);

    /** How often changes of promises that do not hold any more were told, by product and name. */
    Map<String, Map<String, Long>> sequencesOfEnded(Set<String> productIds);

    /** @param due when to look again, null for never */
    record Turn(Watched product, @Nullable Instant due) {}

    /**
     * What became of products that were locked.
     *
     * @param kept objectives as they stand now
     * @param turned those of them with another level than before, once for each level in turn; it begins a period of their history
     * @param ended promises that do not hold any more
     */
    record Judged(Collection<Turn> turns, Collection<Slo> kept, Collection<Slo> turned, Collection<Slo> ended) {}

    void store(Judged judged, Instant now);

    /** Has these judged at the next occasion. */
    void makeDue(Set<String> productIds, Instant now);

    /** Reads the product's contract anew at this moment, and has nothing of it judged before. */
    void setAside(String productId, Instant until);

    /** Forgets windows that no rule counts any more, and history before this. */
    void trim(Instant now, Instant historyFrom);
}
