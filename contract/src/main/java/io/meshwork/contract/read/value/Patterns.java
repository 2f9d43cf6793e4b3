package io.meshwork.contract.read.value;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions in contracts: compiled here only to find slips, never matched. */
public final class Patterns {

    /** The compiler recurses into groups, so its input must be bounded. */
    private static final int LONGEST = 1_000;

    private Patterns() {}

    /** Reports an expression that is too long or broken. */
    public static boolean isValid(Section section, String key, String pattern) {
        Optional<String> flaw = flaw(pattern);
        flaw.ifPresent(reason -> section.error(
                key, "invalid", "the regular expression is not valid: " + reason, "Mend it; quote it with ' in YAML."));
        return flaw.isEmpty();
    }

    /** What is wrong with it; empty when nothing is. */
    public static Optional<String> flaw(String pattern) {
        if (pattern.length() > LONGEST) {
            return Optional.of("it is longer than " + LONGEST + " characters");
        }
        try {
            Pattern.compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException broken) {
            return Optional.of(broken.getDescription() + " near index " + broken.getIndex());
        }
    }
}
