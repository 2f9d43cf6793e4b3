package io.meshwork.notifier.telling;

/** What a message says of an incident. */
public enum Step {
    OPENED,
    REOPENED,
    /** More of the same. */
    UPDATED,
    /** It got worse. */
    RAISED,
    /** It is still there, and nobody takes care of it. */
    REMINDED,
    ACKNOWLEDGED,
    RESOLVED
}
