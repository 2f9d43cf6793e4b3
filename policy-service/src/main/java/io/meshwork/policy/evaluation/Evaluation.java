package io.meshwork.policy.evaluation;

import io.meshwork.policy.define.PolicyVersions;
import io.meshwork.policy.evaluation.Verdicts.Candidate;
import io.meshwork.policy.judgement.PolicySet;
import io.meshwork.policy.judgement.Verdict;
import io.meshwork.policy.language.ProductFacts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges versions and keeps the verdicts; every method is one step of an open transaction. The set cannot change until that
 * transaction ends, so whoever changes it afterwards finds every version that was judged by the older one.
 */
public final class Evaluation {

    private final PolicyVersions policies;
    private final PolicySets sets;
    private final Verdicts verdicts;
    private final Clock clock;

    public Evaluation(PolicyVersions policies, PolicySets sets, Verdicts verdicts, Clock clock) {
        this.policies = policies;
        this.sets = sets;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /** What there is to announce after a batch. */
    public sealed interface Judged {

        /** No policy set was ever in force, so that nothing can be said; try again later. */
        record NoPolicies() implements Judged {}

        /**
         * @param announced new verdicts
         * @param unreadable product id and version, joined by a blank, to the reason why its contract cannot be judged
         */
        record Done(List<JudgedVersion> announced, Map<String, String> unreadable) implements Judged {}
    }

    /**
     * A page of the walk over all products.
     *
     * @param last id of the last product, null when there are no more
     * @param setRevision of the set that judged
     * @param changed verdicts that say something else than before
     */
    public record Page(@Nullable String last, long setRevision, List<JudgedVersion> changed) {}

    public Judged judge(List<PublishedVersion> published) {
        long revision = policies.lockForJudging();
        if (revision == 0) {
            return new Judged.NoPolicies();
        }
        PolicySet set = sets.at(revision);
        Instant now = now();
        Map<String, String> unreadable = new LinkedHashMap<>();
        // sorted, so that two replicas never lock rows in different orders
        Map<String, PublishedVersion> versions = new TreeMap<>();
        Map<String, JudgedVersion> judged = new TreeMap<>();
        for (PublishedVersion version : published) {
            String key = key(version.productId(), version.version());
            if (versions.containsKey(key)) {
                continue;
            }
            try {
                judged.put(key, judge(set, version, now));
                versions.put(key, version);
            } catch (IllegalArgumentException e) {
                unreadable.put(key, String.valueOf(e.getMessage()));
            }
        }
        return new Judged.Done(keep(versions, judged), unreadable);
    }

    private List<JudgedVersion> keep(Map<String, PublishedVersion> versions, Map<String, JudgedVersion> judged) {
        if (versions.isEmpty()) {
            return List.of();
        }
        Set<String> fresh = verdicts.keep(List.copyOf(versions.values()), List.copyOf(judged.values()));
        return judged.values().stream()
                .filter(j -> fresh.contains(key(j.productId(), j.version())))
                .toList();
    }

    /** Judges the products after this id again, if they were not judged by the set in force. */
    public Page judgeAgain(String afterProductId, int limit) {
        long revision = policies.lockForJudging();
        List<Candidate> candidates = verdicts.newest(afterProductId, limit);
        PolicySet set = sets.at(revision);
        Instant now = now();
        List<JudgedVersion> changed = new ArrayList<>();
        List<JudgedVersion> same = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.confirmedRevision() < revision) {
                JudgedVersion judged = judge(set, candidate.version(), now);
                Verdict last = candidate.last();
                (last != null && judged.verdict().saysTheSameAs(last) ? same : changed).add(judged);
            }
        }
        verdicts.replace(changed);
        verdicts.confirm(same);
        return new Page(
                candidates.isEmpty() ? null : candidates.getLast().version().productId(), revision, changed);
    }

    private static JudgedVersion judge(PolicySet set, PublishedVersion version, Instant now) {
        ProductFacts product = ProductFacts.parse(version.contract());
        return new JudgedVersion(version.productId(), version.version(), set.judge(version.domain(), product), now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** How {@link Verdicts#keep} and {@link Judged} name a version. */
    public static String key(String productId, String version) {
        return productId + ' ' + version;
    }
}
