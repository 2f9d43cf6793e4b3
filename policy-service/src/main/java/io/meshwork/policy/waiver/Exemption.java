package io.meshwork.policy.waiver;

import org.jspecify.annotations.Nullable;

/**
 * What is excused, for whom and why.
 *
 * @param policyId of the policy that it excuses from
 * @param rule of the policy, null for all
 * @param subject a product, {@code domain.name}, or a domain with all its products
 * @param reason for people, 10 to 500 characters
 * @param owner team or address that answers for it, 1 to 200 characters
 */
public record Exemption(String policyId, @Nullable String rule, String subject, String reason, String owner) {

    public Exemption {
        reason = reason.strip();
        owner = owner.strip();
    }
}
