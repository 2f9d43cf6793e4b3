package io.meshwork.policy.evaluation;

import io.meshwork.policy.evaluation.MeshFacts.Known;
import io.meshwork.policy.evaluation.MeshFacts.Place;
import io.meshwork.policy.evaluation.MeshFacts.Score;
import io.meshwork.policy.evaluation.MeshFacts.Subject;
import io.meshwork.policy.evaluation.Verdicts.Candidate;
import io.meshwork.policy.inforce.SetRevision;
import io.meshwork.policy.inforce.SetRevisions;
import io.meshwork.policy.inforce.Walk;
import io.meshwork.policy.judgement.PolicySet;
import io.meshwork.policy.judgement.Verdict;
import io.meshwork.policy.language.Fact;
import io.meshwork.policy.language.Facts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Judges versions and keeps the verdicts; every method is one step of an open transaction. The set cannot change until that
 * transaction ends, so whoever changes it afterwards finds every version that was judged by the older one.
 */
public final class Evaluation {

    private final SetRevisions revisions;
    private final PolicySets sets;
    private final Verdicts verdicts;
    private final MeshFacts facts;
    private final Clock clock;

    public Evaluation(SetRevisions revisions, PolicySets sets, Verdicts verdicts, MeshFacts facts, Clock clock) {
        this.revisions = revisions;
        this.sets = sets;
        this.verdicts = verdicts;
        this.facts = facts;
        this.clock = clock;
    }

    /** What there is to announce after a batch. */
    public sealed interface Judged {

        /** No policy set was ever in force, so that nothing can be said; try again later. */
        record NoPolicies() implements Judged {}

        /**
         * @param announced new verdicts
         * @param unreadable why a contract cannot be judged
         * @param upstreams products of which others are made that must be judged again
         */
        record Done(List<JudgedVersion> announced, Map<VersionId, String> unreadable, Set<String> upstreams)
                implements Judged {}
    }

    /**
     * A page of a walk.
     *
     * @param last id of the last product, null when there are no more
     * @param products on this page, also those that needed no judgement
     * @param set that judged
     * @param changed verdicts that say something else than before
     */
    public record Page(@Nullable String last, int products, PolicySet set, List<JudgedVersion> changed) {}

    public Judged judge(List<PublishedVersion> published) {
        SetRevision revision = revisions.lockForJudging();
        if (revision.number() == 0) {
            return new Judged.NoPolicies();
        }
        PolicySet set = sets.at(revision);
        Map<VersionId, String> unreadable = new LinkedHashMap<>();
        // sorted, so that two replicas never lock rows in different orders
        Map<VersionId, Subject> subjects = new TreeMap<>();
        for (PublishedVersion version : published) {
            try {
                subjects.putIfAbsent(version.id(), new Subject(version, Facts.ofProduct(version.contract())));
            } catch (IllegalArgumentException e) {
                unreadable.put(version.id(), String.valueOf(e.getMessage()));
            }
        }
        facts.lock(subjects.values().stream().map(Place::of).toList(), set.reads());
        Set<VersionId> fresh = verdicts.publish(subjects.values());
        List<JudgedVersion> judged = judge(
                set,
                subjects.values().stream()
                        .filter(subject -> fresh.contains(subject.version().id()))
                        .toList());
        verdicts.add(judged);
        return new Judged.Done(
                judged,
                unreadable,
                set.reads().contains(Fact.UPSTREAMS) ? verdicts.withDownstream(products(fresh)) : Set.of());
    }

    private List<JudgedVersion> judge(PolicySet set, List<Subject> subjects) {
        Instant now = now();
        return facts.about(subjects, set.reads(), now).stream()
                .map(known -> judged(known, set.judge(known.version().productId(), known.facts()), now))
                .toList();
    }

    private static Set<String> products(Set<VersionId> versions) {
        Set<String> products = new TreeSet<>();
        versions.forEach(version -> products.add(version.productId()));
        return products;
    }

    /** Judges the products of the walk after this id again. */
    public Page judgeAgain(Walk walk, String afterProductId, int limit) {
        SetRevision revision = revisions.lockForJudging();
        PolicySet set = sets.at(revision);
        List<Place> page = verdicts.places(walk, afterProductId, limit);
        String last = page.isEmpty() ? null : page.getLast().id().productId();
        facts.lock(page, set.reads());
        List<Candidate> due = verdicts.candidates(page.stream().map(Place::id).toList()).stream()
                .filter(candidate -> walk.isThorough() || candidate.confirmedRevision() < revision.number())
                .toList();
        return new Page(last, page.size(), set, again(set, due));
    }

    /** Keeps scores, and judges their versions again if a policy reads scores. */
    public List<JudgedVersion> scored(List<Score> scores) {
        PolicySet set = sets.at(revisions.lockForJudging());
        facts.lockScores(new TreeSet<>(scores.stream().map(Score::version).toList()));
        Set<VersionId> newer = facts.keep(scores);
        return set.reads().contains(Fact.QUALITY) ? again(set, verdicts.candidates(newer)) : List.of();
    }

    /** What differs from what was said before, or is said for the first time; the rest is only confirmed. */
    private List<JudgedVersion> again(PolicySet set, List<Candidate> candidates) {
        Instant now = now();
        List<Known> known = facts.about(subjects(candidates), set.reads(), now);
        // Judging takes longer than reading and writing.
        List<JudgedVersion> judged = IntStream.range(0, known.size())
                .parallel()
                .mapToObj(i -> again(set, known.get(i), candidates.get(i), now))
                .toList();
        List<JudgedVersion> changed = new ArrayList<>();
        List<JudgedVersion> same = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            JudgedVersion last = candidates.get(i).last();
            if (last != null && judged.get(i).verdict().saysTheSameAs(last.verdict())) {
                same.add(last);
            } else {
                changed.add(judged.get(i));
            }
        }
        verdicts.add(changed);
        verdicts.confirm(same, set.revision());
        return changed;
    }

    private static List<Subject> subjects(List<Candidate> candidates) {
        return candidates.parallelStream()
                .map(Candidate::version)
                .map(version -> new Subject(version, Facts.ofProduct(version.contract())))
                .toList();
    }

    private static JudgedVersion again(PolicySet set, Known known, Candidate candidate, Instant now) {
        Verdict verdict = set.judge(known.version().productId(), known.facts());
        JudgedVersion last = candidate.last();
        if (last == null) {
            return judged(known, verdict, now);
        }
        boolean policiesChanged = candidate.confirmedRevision() < set.revision();
        Verdict spared = set.spare(verdict, last.verdict(), policiesChanged, now);
        // a clock that went back must not make the newer verdict the older one
        Instant later =
                now.isAfter(last.evaluatedAt()) ? now : last.evaluatedAt().plus(1, ChronoUnit.MICROS);
        return judged(known, spared, later);
    }

    private static JudgedVersion judged(Known known, Verdict verdict, Instant at) {
        return new JudgedVersion(known.version().productId(), known.version().version(), verdict, at, known.inputs());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
