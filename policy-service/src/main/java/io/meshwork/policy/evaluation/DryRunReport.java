package io.meshwork.policy.evaluation;

import io.meshwork.policy.evaluation.DryRun.Compared;
import io.meshwork.policy.judgement.Verdict;
import io.meshwork.policy.judgement.Verdict.Compliance;
import io.meshwork.policy.judgement.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What would change if a policy came into force.
 *
 * @param policyRevision that is in force now, null when the policy is new
 * @param judged products that were looked at
 * @param unreadable products whose contract cannot be judged by anyone
 * @param complete false when there was no time for all products; then they are the first by id
 * @param total over all products that were judged
 * @param domains by domain
 * @param owners by owner, of those for whom anything changes
 * @param newlyFailing the first of them, by product id
 * @param newlyPassing the first of them, by product id
 */
public record DryRunReport(
        String policyId,
        @Nullable Long policyRevision,
        int judged,
        int unreadable,
        boolean complete,
        Counts total,
        SortedMap<String, Counts> domains,
        SortedMap<String, Counts> owners,
        List<Example> newlyFailing,
        List<Example> newlyPassing) {

    private static final int MOST_EXAMPLES = 20;
    private static final String NOBODY = "(no owner)";

    /**
     * Products by what becomes of them.
     *
     * @param newlyFailing the policy says worse of them than now; a warning that becomes a violation counts
     * @param newlyPassing the policy says better of them than now
     * @param stillFailing it says the same, and nothing good
     * @param unchanged it has nothing against them, now or then, or does not apply
     */
    public record Counts(int newlyFailing, int newlyPassing, int stillFailing, int unchanged) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    newlyFailing + other.newlyFailing,
                    newlyPassing + other.newlyPassing,
                    stillFailing + other.stillFailing,
                    unchanged + other.unchanged);
        }

        private static Counts of(Compliance before, Compliance after) {
            int worse = after.compareTo(before);
            if (worse > 0) {
                return new Counts(1, 0, 0, 0);
            }
            if (worse < 0) {
                return new Counts(0, 1, 0, 0);
            }
            return after == Compliance.COMPLIANT ? new Counts(0, 0, 0, 1) : new Counts(0, 0, 1, 0);
        }
    }

    /**
     * A product for which something changes.
     *
     * @param before compliant, warnings or violated, by this policy alone
     * @param messages what the policy says against it, then or, when it passes, now
     */
    public record Example(
            String productId,
            String version,
            @Nullable String owner,
            String before,
            String after,
            List<String> messages) {

        private static Example of(PublishedVersion version, @Nullable String owner, Verdict before, Verdict after) {
            boolean worse = after.compliance().compareTo(before.compliance()) > 0;
            return new Example(
                    version.productId(),
                    version.version(),
                    owner,
                    before.compliance().text(),
                    after.compliance().text(),
                    (worse ? after : before)
                            .violations().stream().map(Violation::message).toList());
        }
    }

    /** Takes products one by one; the report does not grow with them, but with domains and owners. */
    static final class Builder {

        private final String policyId;
        private final @Nullable Long policyRevision;
        private final SortedMap<String, Counts> domains = new TreeMap<>();
        private final SortedMap<String, Counts> owners = new TreeMap<>();
        private final List<Example> newlyFailing = new ArrayList<>();
        private final List<Example> newlyPassing = new ArrayList<>();
        private Counts total = Counts.NONE;
        private int judged;
        private int unreadable;

        Builder(String policyId, @Nullable Long policyRevision) {
            this.policyId = policyId;
            this.policyRevision = policyRevision;
        }

        void addUnreadable(int products) {
            unreadable += products;
        }

        void add(Compared product) {
            add(product.version(), product.owner(), product.before(), product.after());
        }

        private void add(PublishedVersion version, @Nullable String owner, Verdict before, Verdict after) {
            Counts one = Counts.of(before.compliance(), after.compliance());
            judged++;
            total = total.plus(one);
            domains.merge(version.domain(), one, Counts::plus);
            if (one.newlyFailing + one.newlyPassing == 0) {
                return;
            }
            owners.merge(owner == null ? NOBODY : owner, one, Counts::plus);
            List<Example> examples = one.newlyFailing > 0 ? newlyFailing : newlyPassing;
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(Example.of(version, owner, before, after));
            }
        }

        /** @param complete all products were judged */
        DryRunReport build(boolean complete) {
            return new DryRunReport(
                    policyId,
                    policyRevision,
                    judged,
                    unreadable,
                    complete,
                    total,
                    Collections.unmodifiableSortedMap(domains),
                    Collections.unmodifiableSortedMap(owners),
                    List.copyOf(newlyFailing),
                    List.copyOf(newlyPassing));
        }
    }
}
