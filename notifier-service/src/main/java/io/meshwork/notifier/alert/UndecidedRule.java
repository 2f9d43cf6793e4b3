package io.meshwork.notifier.alert;

import java.time.Instant;

/**
 * A rule of a policy could not be decided for a product.
 *
 * @param rule {@code match} when it could not be decided whether the policy applies
 * @param example the version that showed it
 * @param reason why not
 */
public record UndecidedRule(
        String policyId, long policyRevision, String rule, String example, String reason, Instant decidedAt) {

    private static final String MATCH = "match";

    boolean isMatch() {
        return rule.equals(MATCH);
    }
}
