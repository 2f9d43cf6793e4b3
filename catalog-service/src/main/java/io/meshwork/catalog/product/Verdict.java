package io.meshwork.catalog.product;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the policies say about a version.
 *
 * @param policySetRevision of two verdicts the higher counts, of equal ones the later
 * @param verdict compliant, warnings or violated; open set
 * @param violations mandatory rules first
 */
public record Verdict(
        long policySetRevision,
        String verdict,
        int policiesEvaluated,
        List<Violation> violations,
        Instant evaluatedAt) {

    public Verdict {
        violations = List.copyOf(violations);
    }

    /** Whether the policies are kept. */
    public enum Compliance {
        /** Not judged, or judged in a word that this version does not know. */
        UNKNOWN,
        COMPLIANT,
        /** Only advisory rules are violated. */
        WARNINGS,
        VIOLATED;

        public static Compliance fromText(String text) {
            return switch (text) {
                case "compliant" -> COMPLIANT;
                case "warnings" -> WARNINGS;
                case "violated" -> VIOLATED;
                default -> UNKNOWN;
            };
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One violated rule.
     *
     * @param enforcement mandatory or advisory
     * @param blocksAt when it begins to block a product that complied until the policies changed, null when there is no grace
     * @param waiver that excuses it, null when there is none
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
            @Nullable Waived waiver) {

        /** @param until when it ends */
        public record Waived(String id, String approver, Instant until) {}

        Reason reason() {
            return new Reason(policyId + "/" + rule, message + standing(), remediation);
        }

        private String standing() {
            if (waiver != null) {
                return " (waived by " + waiver.approver() + " until " + waiver.until() + ")";
            }
            return blocksAt == null ? "" : " (blocks the product from " + blocksAt + ")";
        }
    }

    Compliance compliance() {
        return Compliance.fromText(verdict);
    }

    List<Reason> reasons() {
        return violations.stream().map(Violation::reason).toList();
    }
}
