package io.meshwork.policy.judgement;

import io.meshwork.policy.model.Enforcement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One rule that a product does not satisfy, or of which it could not be decided.
 *
 * @param rule id of the rule inside the policy; {@link #MATCH} when it could not be decided whether the policy applies
 * @param enforcement mandatory or advisory
 * @param message what is wrong with this product
 * @param remediation how to mend it, null when the policy says nothing
 * @param blocksAt from when it blocks the listing: the end of the grace after a change of policies; null when there is none
 * @param waiver that excuses it, null when none does
 * @param undecided the rule is at fault, rather than the product
 */
public record Violation(
        String policyId,
        long policyRevision,
        String rule,
        String category,
        String enforcement,
        String message,
        @Nullable String remediation,
        @Nullable Instant blocksAt,
        @Nullable Waived waiver,
        boolean undecided) {

    /** In the place of a rule: it could not be decided whether the policy applies. */
    public static final String MATCH = "match";

    /** @param until when the waiver ends */
    public record Waived(String id, String approver, Instant until) {}

    public boolean mandated() {
        return enforcement.equals(Enforcement.MANDATORY.text());
    }

    /** Whether it keeps the product from being listed, now. */
    public boolean blocks() {
        return mandated() && blocksAt == null && waiver == null;
    }

    boolean isOfSameRuleAs(Violation other) {
        return policyId.equals(other.policyId) && rule.equals(other.rule);
    }

    Violation with(Enforcement another) {
        return new Violation(
                policyId,
                policyRevision,
                rule,
                category,
                another.text(),
                message,
                remediation,
                blocksAt,
                waiver,
                undecided);
    }

    Violation blockingAt(@Nullable Instant moment) {
        return new Violation(
                policyId, policyRevision, rule, category, enforcement, message, remediation, moment, waiver, undecided);
    }

    Violation waivedBy(Waived one) {
        return new Violation(
                policyId, policyRevision, rule, category, enforcement, message, remediation, null, one, undecided);
    }

    Violation saying(String more) {
        return new Violation(
                policyId,
                policyRevision,
                rule,
                category,
                enforcement,
                message + more,
                remediation,
                blocksAt,
                waiver,
                undecided);
    }
}
