package io.meshwork.notifier.product;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies spoke about a version.
 *
 * @param position policy-set revision
 * @param verdict compliant, warnings or violated; open set
 * @param policies how many of them applied
 * @param findings violated rules, mandatory ones first
 */
public record Judged(
        ProductVersion ref, long position, String verdict, int policies, List<Finding> findings, Instant decidedAt)
        implements VersionFact {

    public Judged {
        findings = List.copyOf(findings);
    }

    @Override
    public Aspect aspect() {
        return Aspect.COMPLIANCE;
    }

    @Override
    public String state() {
        return verdict;
    }

    /** A violation alerts through the listing that it blocks, once. */
    @Override
    public @Nullable String alarm() {
        return null;
    }
}
