package io.meshwork.policy.evaluation;

import io.meshwork.policy.evaluation.MeshFacts.Place;
import io.meshwork.policy.evaluation.MeshFacts.Subject;
import io.meshwork.policy.inforce.Walk;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Kept contracts and verdicts. The writing methods run inside the caller's transaction. */
public interface Verdicts {

    /**
     * A version with what was last said about it.
     *
     * @param last null when the version was never judged
     * @param confirmedRevision newest policy set that said the same, 0 when there is none
     */
    record Candidate(PublishedVersion version, @Nullable JudgedVersion last, long confirmedRevision) {}

    /**
     * A verdict that was kept.
     *
     * @param confirmedRevision newest policy set that said the same
     */
    record Kept(JudgedVersion judged, long confirmedRevision) {}

    /** Keeps versions; returns those that are new. */
    Set<VersionId> publish(Collection<Subject> versions);

    void add(List<JudgedVersion> judged);

    /** A newer policy set says the same as these, which are the last verdicts on their versions. */
    void confirm(List<JudgedVersion> last, long setRevision);

    /** The newest version of each product that the walk comes to after this id, by id. */
    List<PublishedVersion> page(Walk walk, String afterProductId, int limit);

    /** Like {@link #page}, without contracts. */
    List<Place> places(Walk walk, String afterProductId, int limit);

    /** Products that the walk comes to. */
    long count(Walk walk);

    /** The newest version of each of these products, as far as there are any. */
    List<PublishedVersion> newest(Set<String> products);

    /** Those of the products that newest or older versions of others name as their upstreams. */
    Set<String> withDownstream(Set<String> products);

    /** These versions by product id, as far as they were published. */
    List<Candidate> candidates(Collection<VersionId> versions);

    /** The newest verdict on a version; on the newest version when none is named. */
    Optional<Kept> find(String productId, @Nullable String version);

    /** A published version; empty when it was never announced here. */
    Optional<PublishedVersion> published(VersionId version);
}
