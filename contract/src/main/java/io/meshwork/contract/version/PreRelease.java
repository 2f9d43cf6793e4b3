package io.meshwork.contract.version;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The order of pre-releases, semver.org 2.0.0 rule 11. */
final class PreRelease {

    /** Without leading zeros, the longer number is the greater one, however long. */
    private static final Comparator<String> AS_NUMBERS =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private PreRelease() {}

    static int compare(@Nullable String left, @Nullable String right) {
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        return Arrays.compare(left.split("\\.", -1), right.split("\\.", -1), PreRelease::compareIdentifiers);
    }

    private static int compareIdentifiers(String left, String right) {
        boolean numbers = isNumber(left) && isNumber(right);
        if (numbers) {
            return AS_NUMBERS.compare(left, right);
        }
        return isNumber(left) != isNumber(right)
                ? Boolean.compare(isNumber(right), isNumber(left))
                : left.compareTo(right);
    }

    private static boolean isNumber(String identifier) {
        return identifier.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
