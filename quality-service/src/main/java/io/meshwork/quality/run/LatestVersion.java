package io.meshwork.quality.run;

import io.meshwork.contract.version.SemanticVersion;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The highest semantic version; a patch of an older line that is published later is not the latest. */
public final class LatestVersion {

    private static final Comparator<String> BY_PRECEDENCE = Comparator.comparing(
            (String text) -> SemanticVersion.parse(text).orElse(null),
            Comparator.nullsFirst(Comparator.naturalOrder()));

    private LatestVersion() {}

    public static Optional<String> of(Collection<String> versions) {
        return versions.stream().max(BY_PRECEDENCE.thenComparing(Comparator.naturalOrder()));
    }
}
