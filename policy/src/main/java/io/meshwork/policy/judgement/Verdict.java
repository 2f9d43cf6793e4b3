package io.meshwork.policy.judgement;

import java.util.List;
import java.util.Locale;

/**
 * What one policy set says about one version of a product.
 *
 * @param policySetRevision of the set that judged
 * @param policiesEvaluated number of policies that applied
 * @param violations mandatory ones first
 */
public record Verdict(
        long policySetRevision, Compliance compliance, int policiesEvaluated, List<Violation> violations) {

    public Verdict {
        violations = List.copyOf(violations);
    }

    /** A product with violations of mandatory policies is {@code VIOLATED}, with others only {@code WARNINGS}. */
    public enum Compliance {
        COMPLIANT,
        WARNINGS,
        VIOLATED;

        /** As in events and answers. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a reader would learn anything from this verdict that the other did not say. */
    public boolean saysTheSameAs(Verdict other) {
        return compliance == other.compliance
                && policiesEvaluated == other.policiesEvaluated
                && violations.equals(other.violations);
    }
}
