package io.meshwork.notifier.product;

import java.time.Duration;
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

    /** One that is refused again for the same reasons is news again after so long. */
    public static final Duration TOLD_AGAIN = Duration.ofHours(2);

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

    /** @param before what was told of this version's submissions */
    public boolean isNews(Standing before) {
        return !before.hasAlarmed(alarm()) || decidedAt.toEpochMilli() - before.position() >= TOLD_AGAIN.toMillis();
    }

    /** What is told of them from now on; its position is a time. */
    public Standing told(Standing before) {
        return new Standing(decidedAt.toEpochMilli(), before.told(), alarm());
    }

    /** Equal when the same submission was refused again for the same reasons. */
    public String alarm() {
        return Fingerprint.of(findings);
    }
}
