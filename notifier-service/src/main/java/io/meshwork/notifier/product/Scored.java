package io.meshwork.notifier.product;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data of a version was scored.
 *
 * @param position run sequence
 * @param status passed, failed or not_checked; open set
 * @param score 0..1, null when nothing was checked
 * @param reason why nothing or not everything was checked, null when all was
 * @param failures failed checks that fail the product
 * @param warnings failed checks that only lower its score
 */
public record Scored(
        ProductVersion ref,
        long position,
        String status,
        @Nullable Double score,
        @Nullable String reason,
        List<Finding> failures,
        List<Finding> warnings,
        Instant decidedAt)
        implements VersionFact {

    public Scored {
        failures = List.copyOf(failures);
        warnings = List.copyOf(warnings);
    }

    @Override
    public List<Finding> findings() {
        return Stream.concat(failures.stream(), warnings.stream()).toList();
    }

    @Override
    public Aspect aspect() {
        return Aspect.QUALITY;
    }

    public boolean isFailed() {
        return status.equals("failed");
    }

    public boolean isPassed() {
        return status.equals("passed");
    }

    /** The score in whole percent; null when nothing was checked. Finer moves are no news. */
    public @Nullable Integer percent() {
        return score == null ? null : (int) Math.floor(score * 100 + 1e-9);
    }

    @Override
    public String state() {
        return status + ":" + percent() + ":" + Fingerprint.ofCodes(findings());
    }

    /** The failed checks, whatever their measured values: the same checks failing after each refresh are one trouble. */
    @Override
    public @Nullable String alarm() {
        return isFailed() ? Fingerprint.ofCodes(failures) : null;
    }
}
