package io.meshwork.notifier.product;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies spoke about a version.
 *
 * @param verdict compliant, warnings or violated; open set
 * @param policies how many of them applied
 * @param findings violated rules, mandatory ones first
 * @param blocksAt when it will be blocked, because policies changed; null when it will not
 */
public record Judged(
        ProductVersion ref,
        String verdict,
        int policies,
        List<Finding> findings,
        @Nullable Instant blocksAt,
        Instant decidedAt)
        implements VersionFact {

    public Judged {
        findings = List.copyOf(findings);
    }

    @Override
    public Aspect aspect() {
        return Aspect.COMPLIANCE;
    }

    /** Of two verdicts on a version the later counts. */
    @Override
    public long position() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, decidedAt);
    }

    @Override
    public String state() {
        return blocksAt == null ? verdict : verdict + " until " + blocksAt;
    }

    /** A violation that blocks alerts through the listing, once; one that will block alerts here. */
    @Override
    public @Nullable String alarm() {
        return blocksAt == null ? null : "blocks at " + blocksAt;
    }
}
