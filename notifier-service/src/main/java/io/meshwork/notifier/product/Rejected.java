package io.meshwork.notifier.product;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The catalog refused a submission.
 *
 * @param version version asked for, null when the document could not be read that far
 * @param findings all reasons, in document order
 * @param principal who submitted it
 */
public record Rejected(
        String productId, @Nullable String version, List<Finding> findings, String principal, Instant decidedAt) {

    /** The catalog's code for a submission whose If-Match named an older revision. */
    private static final String REVISION_MISMATCH = "product.revision.mismatch";

    public Rejected {
        findings = List.copyOf(findings);
    }

    /** The version asked for; an unreadable one is the version "". */
    public ProductVersion ref() {
        return new ProductVersion(productId, version == null ? "" : version);
    }

    /** Whether someone else was faster, and nothing is wrong with the contract: its submitter hears of it, ops need not. */
    public boolean isLostRace() {
        return !findings.isEmpty()
                && findings.stream().allMatch(finding -> finding.code().equals(REVISION_MISMATCH));
    }

    /** Equal when the same submission was refused again for the same reasons. */
    public String alarm() {
        return Fingerprint.of(findings);
    }
}
