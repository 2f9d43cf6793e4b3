package io.meshwork.policy.judgement;

import io.meshwork.policy.access.DecisionRule.Effect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may use a product.
 *
 * @param decider the rule that decided; null when none applied, so that nothing is permitted
 * @param advice what rules of advisory policies would have said
 */
public record AccessDecision(
        long policySetRevision, boolean permitted, @Nullable Decider decider, List<Decider> advice) {

    public AccessDecision {
        advice = List.copyOf(advice);
    }

    /**
     * A rule that applied.
     *
     * @param undecided why its condition could not be decided, so that it denies; null when it could
     */
    public record Decider(
            String policyId,
            long policyRevision,
            String rule,
            Effect effect,
            @Nullable String undecided) {}

    /** For people. */
    public String reason() {
        Decider by = decider;
        if (by == null) {
            return "no rule permits it";
        }
        String rule = "the rule '" + by.rule() + "' of the policy '" + by.policyId() + "'";
        String undecided = by.undecided();
        return undecided != null
                ? rule + " denies what it cannot decide: " + undecided
                : rule + (permitted ? " permits it" : " denies it");
    }
}
