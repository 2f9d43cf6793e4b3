package io.meshwork.policy.evaluation;

import io.meshwork.policy.define.PolicyVersion;
import io.meshwork.policy.define.PolicyVersions;
import io.meshwork.policy.document.Policy;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.document.PolicyReading;
import io.meshwork.policy.evaluation.Verdicts.Candidate;
import io.meshwork.policy.judgement.PolicyInForce;
import io.meshwork.policy.judgement.PolicySet;
import io.meshwork.policy.judgement.Verdict;
import io.meshwork.policy.language.ProductFacts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What would change for whom if a policy came into force. Reads every product's newest version; keeps and announces nothing. */
public final class DryRun {

    private static final int PAGE = 500;

    private final PolicyVersions versions;
    private final PolicyReader reader;
    private final Verdicts verdicts;

    public DryRun(PolicyVersions versions, PolicyReader reader, Verdicts verdicts) {
        this.versions = versions;
        this.reader = reader;
        this.verdicts = verdicts;
    }

    /** @param atMost so long; the report is of the products that were reached by then */
    public DryRunReport of(Policy draft, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        Optional<PolicyVersion> inForce = versions.newest().stream()
                .filter(version -> version.id().equals(draft.id()) && !version.withdrawn())
                .findFirst();
        PolicySet before =
                new PolicySet(0, inForce.map(this::compiled).map(List::of).orElse(List.of()));
        PolicySet after = new PolicySet(0, List.of(new PolicyInForce(draft, 0)));
        var report = new DryRunReport.Builder(
                draft.id(), inForce.map(PolicyVersion::revision).orElse(null));
        String last = "";
        for (List<Candidate> page = verdicts.newest(last, PAGE); !page.isEmpty(); page = verdicts.newest(last, PAGE)) {
            // Somebody waits, and judging takes longer than reading; the order of the products stays.
            page.parallelStream()
                    .map(candidate -> judge(candidate.version(), before, after))
                    .toList()
                    .forEach(report::add);
            if (System.nanoTime() > end) {
                return report.build(false);
            }
            last = page.getLast().version().productId();
        }
        return report.build(true);
    }

    private PolicyInForce compiled(PolicyVersion version) {
        return switch (reader.read(version.document())) {
            case PolicyReading.Accepted(var policy) -> new PolicyInForce(policy, version.revision());
            case PolicyReading.Refused(var problems) -> Unreadable.policy(version, problems);
        };
    }

    private static Compared judge(PublishedVersion version, PolicySet before, PolicySet after) {
        try {
            ProductFacts product = ProductFacts.parse(version.contract());
            return new Compared.Judged(
                    version,
                    product.ownerTeam(),
                    before.judge(version.domain(), product),
                    after.judge(version.domain(), product));
        } catch (IllegalArgumentException unreadable) {
            return new Compared.Unreadable();
        }
    }

    /** A product, looked at twice. */
    sealed interface Compared {

        record Judged(PublishedVersion version, @Nullable String owner, Verdict before, Verdict after)
                implements Compared {}

        record Unreadable() implements Compared {}
    }
}
