package io.meshwork.contract.change;

import io.meshwork.contract.version.SemanticVersion;
import java.util.Comparator;
import java.util.List;

/** How far a version number moves, semver.org 2.0.0 rules 6 to 9. */
public enum VersionStep {
    NONE,
    PATCH,
    MINOR,
    MAJOR;

    /** The largest step any of the changes asks for; {@link #NONE} when there are none. */
    public static VersionStep of(List<Change> changes) {
        return changes.stream().map(Change::step).max(Comparator.naturalOrder()).orElse(NONE);
    }

    /**
     * The lowest release that is this step after {@code from}. A pre-release has not spent its step yet: what follows
     * {@code 2.0.0-rc.1} may break it and still be {@code 2.0.0}, what follows {@code 1.5.0-rc.1} may not.
     */
    public SemanticVersion after(SemanticVersion from) {
        boolean unspent = from.preRelease() != null;
        int major = from.major();
        int minor = from.minor();
        int patch = from.patch();
        return switch (this) {
            case NONE -> from;
            case PATCH -> release(major, minor, unspent ? patch : patch + 1);
            case MINOR -> unspent && patch == 0 ? release(major, minor, 0) : release(major, minor + 1, 0);
            case MAJOR -> unspent && minor == 0 && patch == 0 ? release(major, 0, 0) : release(major + 1, 0, 0);
        };
    }

    private static SemanticVersion release(int major, int minor, int patch) {
        return new SemanticVersion(major, minor, patch, null);
    }
}
