package io.meshwork.contract.read.value;

import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.version.SemanticVersion;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of a contract, in full. */
public final class ProductVersion {

    public static final String FIRST = "1.0.0";

    private static final Pattern SHORT = Pattern.compile("v?(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?");

    private ProductVersion() {}

    /** A short spelling such as {@code v1.2} is completed with a warning; anything else that is not a version is an error. */
    public static String read(Section section, String key, @Nullable String written) {
        if (written == null || SemanticVersion.parse(written).isPresent()) {
            return written == null ? FIRST : written;
        }
        Optional<String> completed = complete(written);
        if (completed.isPresent()) {
            section.warning(
                    key,
                    "short",
                    "the version " + Quoted.of(written) + " is read as " + completed.get(),
                    "Write \"" + completed.get() + "\", in quotes.");
        } else {
            section.error(
                    key,
                    "invalid",
                    "the version " + Quoted.of(written) + " is not a semantic version",
                    "Write MAJOR.MINOR.PATCH, such as \"1.2.0\".");
        }
        return completed.orElse(FIRST);
    }

    private static Optional<String> complete(String written) {
        Matcher matcher = SHORT.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(number(matcher, 1) + "." + number(matcher, 2) + "." + number(matcher, 3));
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
