package io.meshwork.policy.judgement;

import org.jspecify.annotations.Nullable;

/**
 * One rule that a product does not satisfy, or of which it could not be decided.
 *
 * @param rule id of the rule inside the policy; {@code match} when it could not be decided whether the policy applies
 * @param enforcement mandatory or advisory
 * @param message what is wrong with this product
 * @param remediation how to mend it, null when the policy says nothing
 */
public record Violation(
        String policyId,
        long policyRevision,
        String rule,
        String category,
        String enforcement,
        String message,
        @Nullable String remediation) {}
