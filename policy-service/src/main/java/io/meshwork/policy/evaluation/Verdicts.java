package io.meshwork.policy.evaluation;

import io.meshwork.policy.judgement.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Kept contracts and verdicts. The writing methods run inside the caller's transaction. */
public interface Verdicts {

    /**
     * A product's newest version with what was last said about it.
     *
     * @param last null when the version was never judged
     */
    record Candidate(PublishedVersion version, @Nullable Verdict last, long confirmedRevision) {}

    /**
     * A verdict that was kept.
     *
     * @param confirmedRevision newest policy set that said the same
     */
    record Kept(JudgedVersion judged, long confirmedRevision) {}

    /**
     * Keeps versions and their verdicts; a version that this policy set has judged before stays as it is.
     *
     * @return product id and version of those that are new, joined by a blank
     */
    Set<String> keep(List<PublishedVersion> versions, List<JudgedVersion> judged);

    /** The newest version of each product after this id, by id. */
    List<Candidate> newest(String afterProductId, int limit);

    /** Newer verdicts on versions that are kept. */
    void replace(List<JudgedVersion> judged);

    /** A newer policy set says the same about these. */
    void confirm(List<JudgedVersion> judged);

    /** The newest verdict on a version; on the newest version when none is named. */
    Optional<Kept> find(String productId, @Nullable String version);
}
