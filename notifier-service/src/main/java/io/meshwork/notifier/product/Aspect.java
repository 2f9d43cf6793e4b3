package io.meshwork.notifier.product;

import java.util.Locale;

/** The sides of a product version that change on their own. */
public enum Aspect {
    COMPLIANCE,
    QUALITY,
    LISTING,
    /** What was wrong with the last submission of the version. */
    SUBMISSION;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Lower-case name. */
    public String word() {
        return word;
    }
}
