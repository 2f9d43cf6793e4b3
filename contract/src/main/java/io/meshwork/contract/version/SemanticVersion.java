package io.meshwork.contract.version;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version as semver.org 2.0.0 says, without build metadata: two versions that differ only there would be the same contract.
 *
 * @param preRelease the part after the hyphen such as {@code rc.1}, null for a release
 */
public record SemanticVersion(
        int major, int minor, int patch, @Nullable String preRelease) implements Comparable<SemanticVersion> {

    private static final String NUMBER = "(0|[1-9]\\d{0,8})";
    private static final String PRE_RELEASE = "(?:-([0-9A-Za-z-]++(?:\\.[0-9A-Za-z-]++)*+))?";
    private static final Pattern PATTERN = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + PRE_RELEASE);
    private static final Pattern LEADING_ZERO = Pattern.compile("(?:.*\\.)?0\\d+(?:\\..*)?");
    private static final int LONGEST = 64;

    private static final Comparator<SemanticVersion> BY_NUMBERS = Comparator.comparingInt(SemanticVersion::major)
            .thenComparingInt(SemanticVersion::minor)
            .thenComparingInt(SemanticVersion::patch);

    /** Empty when the text is not {@code MAJOR.MINOR.PATCH[-PRERELEASE]}, or longer than 64 characters. */
    public static Optional<SemanticVersion> parse(String text) {
        Matcher matcher = PATTERN.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        String preRelease = matcher.group(4);
        if (preRelease != null && LEADING_ZERO.matcher(preRelease).matches()) {
            return Optional.empty();
        }
        return Optional.of(new SemanticVersion(number(matcher, 1), number(matcher, 2), number(matcher, 3), preRelease));
    }

    /** Precedence: a pre-release comes before its release; its identifiers compare as numbers where both are. */
    @Override
    public int compareTo(SemanticVersion other) {
        int numbers = BY_NUMBERS.compare(this, other);
        return numbers != 0 ? numbers : PreRelease.compare(preRelease, other.preRelease);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + (preRelease == null ? "" : "-" + preRelease);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
