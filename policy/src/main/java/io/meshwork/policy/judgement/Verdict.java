package io.meshwork.policy.judgement;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What one policy set says about one version of a product.
 *
 * @param policySetRevision of the set that judged
 * @param policiesEvaluated number of policies that applied
 * @param violations those of mandatory policies first
 */
public record Verdict(
        long policySetRevision, Compliance compliance, int policiesEvaluated, List<Violation> violations) {

    public Verdict {
        violations = List.copyOf(violations);
    }

    static Verdict of(long policySetRevision, int policiesEvaluated, List<Violation> violations) {
        return new Verdict(policySetRevision, Compliance.of(violations), policiesEvaluated, violations);
    }

    /**
     * {@code VIOLATED} when a violation blocks the product; {@code WARNINGS} when all are of advisory policies or rules that
     * only warn, are waived, or have time until they block.
     */
    public enum Compliance {
        COMPLIANT,
        WARNINGS,
        VIOLATED;

        private static Compliance of(List<Violation> violations) {
            if (violations.isEmpty()) {
                return COMPLIANT;
            }
            return violations.stream().anyMatch(Violation::blocks) ? VIOLATED : WARNINGS;
        }

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

    /** When the first violation that has time left begins to block; one that is waived does not. */
    public Optional<Instant> blocksAt() {
        return violations.stream()
                .filter(violation -> violation.waiver() == null)
                .map(Violation::blocksAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }
}
