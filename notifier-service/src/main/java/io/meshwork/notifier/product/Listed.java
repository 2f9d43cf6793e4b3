package io.meshwork.notifier.product;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The catalog lists a version in a state.
 *
 * @param position revision of the product's state
 * @param listing pending, listed, listed_with_warnings or blocked; open set
 * @param findings why it is blocked or warned about
 */
public record Listed(ProductVersion ref, long position, String listing, List<Finding> findings, Instant decidedAt)
        implements VersionFact {

    public Listed {
        findings = List.copyOf(findings);
    }

    @Override
    public Aspect aspect() {
        return Aspect.LISTING;
    }

    @Override
    public boolean isSettled() {
        return !listing.equals("pending");
    }

    public boolean isBlocked() {
        return listing.equals("blocked");
    }

    @Override
    public String state() {
        return listing + ":" + Fingerprint.of(findings);
    }

    @Override
    public @Nullable String alarm() {
        return isBlocked() ? Fingerprint.of(findings) : null;
    }
}
