package io.meshwork.policy.judgement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An exception from a policy that somebody answers for.
 *
 * @param policyId of the policy that it excuses from
 * @param rule of the policy, null for all
 * @param subject a product, {@code domain.name}, or a domain with all its products
 * @param from when it begins, inclusive
 * @param until when it ends, exclusive
 */
public record Waiver(
        String id,
        String policyId,
        @Nullable String rule,
        String subject,
        String approver,
        Instant from,
        Instant until) {

    boolean holdsAt(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }

    boolean excuses(Violation violation) {
        return policyId.equals(violation.policyId()) && (rule == null || rule.equals(violation.rule()));
    }
}
