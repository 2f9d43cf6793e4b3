package io.meshwork.contract.change;

import io.meshwork.contract.version.SemanticVersion;
import java.util.List;

/** Whether the version that a new contract declares is honest about what changed. */
public sealed interface VersionVerdict {

    /**
     * The declared version is enough.
     *
     * @param required the lowest release that would have been
     */
    record Enough(SemanticVersion declared, SemanticVersion required) implements VersionVerdict {}

    /**
     * The declared version promises more compatibility than there is.
     *
     * @param required the lowest release that is enough
     * @param because the changes that ask for the largest step; empty when the version is merely not higher than the one before
     */
    record TooLow(SemanticVersion from, SemanticVersion declared, SemanticVersion required, List<Change> because)
            implements VersionVerdict {

        public TooLow {
            because = List.copyOf(because);
        }

        /** One English sentence that says why, and what to do. */
        public String why() {
            if (because.isEmpty()) {
                return "%s is not higher than %s; publish as %s.".formatted(declared, from, required);
            }
            return "%s has %d %s change%s since %s, first %s; publish as %s."
                    .formatted(
                            declared,
                            because.size(),
                            because.getFirst().impact().text(),
                            because.size() == 1 ? "" : "s",
                            from,
                            because.getFirst().path(),
                            required);
        }
    }

    /** A pre-release of the required version is enough: {@code 2.0.0-rc.1} may break what {@code 1.4.2} promised. */
    static VersionVerdict of(SemanticVersion from, SemanticVersion declared, List<Change> changes) {
        VersionStep step = VersionStep.of(changes);
        SemanticVersion required = step.after(from);
        boolean far = release(declared).compareTo(release(required)) >= 0;
        boolean further = step == VersionStep.NONE || declared.compareTo(from) > 0;
        return far && further
                ? new Enough(declared, required)
                : new TooLow(
                        from,
                        declared,
                        required,
                        changes.stream().filter(change -> change.step() == step).toList());
    }

    private static SemanticVersion release(SemanticVersion version) {
        return new SemanticVersion(version.major(), version.minor(), version.patch(), null);
    }
}
