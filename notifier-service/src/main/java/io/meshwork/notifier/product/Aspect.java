package io.meshwork.notifier.product;

/** The sides of a product version that change on their own. */
public enum Aspect {
    COMPLIANCE,
    QUALITY,
    LISTING,
    /** What was wrong with the last submission of the version. */
    SUBMISSION
}
