package io.meshwork.policy.document;

import io.meshwork.policy.language.Condition;
import io.meshwork.policy.language.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One demand of a policy.
 *
 * @param id unique inside the policy
 * @param condition true for a compliant product
 * @param message what is wrong with a product that is not
 * @param remediation how to mend it, null when the policy says nothing
 */
public record Rule(
        String id,
        Condition condition,
        Wording message,
        @Nullable String remediation) {}
