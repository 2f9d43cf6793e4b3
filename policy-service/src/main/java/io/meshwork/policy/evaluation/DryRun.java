package io.meshwork.policy.evaluation;

import io.meshwork.policy.evaluation.MeshFacts.Known;
import io.meshwork.policy.evaluation.MeshFacts.Subject;
import io.meshwork.policy.inforce.SetRevisions;
import io.meshwork.policy.inforce.Walk;
import io.meshwork.policy.judgement.PolicyRevision;
import io.meshwork.policy.judgement.PolicySet;
import io.meshwork.policy.judgement.Verdict;
import io.meshwork.policy.language.Fact;
import io.meshwork.policy.language.Facts;
import io.meshwork.policy.model.Policy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What would change for whom if a policy came into force; one with a schedule is judged as of its last stage. Reads every
 * product's newest version; keeps and announces nothing.
 */
public final class DryRun {

    private static final int PAGE = 500;

    private final SetRevisions revisions;
    private final PolicySets sets;
    private final Verdicts verdicts;
    private final MeshFacts facts;
    private final Clock clock;

    public DryRun(SetRevisions revisions, PolicySets sets, Verdicts verdicts, MeshFacts facts, Clock clock) {
        this.revisions = revisions;
        this.sets = sets;
        this.verdicts = verdicts;
        this.facts = facts;
        this.clock = clock;
    }

    /** @param atMost so long; the report is of the products that were reached by then */
    public DryRunReport of(Policy draft, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        Instant now = clock.instant();
        PolicySet before = sets.past(revisions.current()).about(draft);
        PolicySet after =
                before.with(draft, draft.rollout().last().filter(now::isBefore).orElse(now));
        Set<Fact> reads = EnumSet.copyOf(after.reads());
        reads.addAll(before.reads());
        var report = new DryRunReport.Builder(
                draft.id(),
                before.find(draft.id()).map(PolicyRevision::revision).orElse(null));
        String last = "";
        Walk all = new Walk.All();
        for (List<PublishedVersion> page = verdicts.page(all, last, PAGE);
                !page.isEmpty();
                page = verdicts.page(all, last, PAGE)) {
            // Somebody waits, and judging takes longer than reading; the order of the products stays.
            List<Subject> subjects = subjects(page);
            report.addUnreadable(page.size() - subjects.size());
            facts.about(subjects, reads, now).parallelStream()
                    .map(known -> judge(known, before, after))
                    .toList()
                    .forEach(report::add);
            if (System.nanoTime() > end) {
                return report.build(false);
            }
            last = page.getLast().productId();
        }
        return report.build(true);
    }

    /** Those whose contract can be judged at all. */
    private static List<Subject> subjects(List<PublishedVersion> page) {
        return page.parallelStream()
                .map(DryRun::subject)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Subject> subject(PublishedVersion version) {
        try {
            return Optional.of(new Subject(version, Facts.ofProduct(version.contract())));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Compared judge(Known known, PolicySet before, PolicySet after) {
        String productId = known.version().productId();
        return new Compared(
                known.version(),
                known.facts().ownerTeam(),
                before.judge(productId, known.facts()),
                after.judge(productId, known.facts()));
    }

    /**
     * A product, looked at twice.
     *
     * @param owner team that owns it, null for nobody
     */
    record Compared(PublishedVersion version, @Nullable String owner, Verdict before, Verdict after) {}
}
