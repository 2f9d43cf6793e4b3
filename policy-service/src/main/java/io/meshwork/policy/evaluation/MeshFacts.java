package io.meshwork.policy.evaluation;

import io.meshwork.policy.language.Fact;
import io.meshwork.policy.language.Facts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the mesh knows of products beyond their contracts. Every method runs inside the caller's transaction. */
public interface MeshFacts {

    /** @param product with nothing but the contract */
    record Subject(PublishedVersion version, Facts product) {}

    /**
     * @param facts with all that was asked for
     * @param inputs see {@link JudgedVersion#inputs}
     */
    record Known(
            PublishedVersion version, Facts facts, @Nullable String inputs) {}

    /**
     * Where a version stands in the mesh.
     *
     * @param upstreams ids of the products that it may be made from
     */
    record Place(VersionId id, Set<String> upstreams) {

        public Place {
            upstreams = Set.copyOf(upstreams);
        }

        static Place of(Subject subject) {
            return new Place(subject.version().id(), subject.product().upstreamIds());
        }
    }

    /**
     * A version's score.
     *
     * @param runSequence of two scores the higher counts
     * @param facts as JSON, of the shape that expressions see
     */
    record Score(VersionId version, long runSequence, String facts) {}

    /** Lets nobody else judge by these facts of these versions, or change them, until the transaction ends. */
    void lock(Collection<Place> places, Set<Fact> reads);

    /** Like {@link #lock}, for those who know only the version. */
    void lockScores(Collection<VersionId> versions);

    /** One per subject, in the same order. */
    List<Known> about(List<Subject> subjects, Set<Fact> reads, Instant now);

    /** As it was when a verdict was made: {@code inputs} instead of what is known now. */
    Facts again(Subject subject, @Nullable String inputs, Instant then);

    /** Keeps scores that are newer than those before; returns the versions for which that is so. */
    Set<VersionId> keep(List<Score> scores);
}
