package io.meshwork.policy.model;

import io.meshwork.policy.language.Condition;
import io.meshwork.policy.language.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One demand of a policy.
 *
 * @param id unique inside the policy
 * @param condition true for a compliant product
 * @param severity whether it can block at all
 * @param message what is wrong with a product that is not
 * @param remediation how to mend it, null when the policy says nothing
 */
public record Rule(
        String id,
        Condition condition,
        Severity severity,
        Wording message,
        @Nullable String remediation) {

    /** A rule that only warns does so also in a mandatory policy. */
    public enum Severity {
        ERROR,
        WARNING
    }
}
