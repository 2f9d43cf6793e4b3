package io.meshwork.schemas.topics;

import java.util.Locale;

/** What the broker does with old records. */
public enum Cleanup {
    /** Drops records older than the topic's retention. */
    DELETE,
    /** Keeps the newest record per key for ever; the retention is how long a tombstone stays readable. */
    COMPACT;

    /** The value of the broker's {@code cleanup.policy}. */
    String setting() {
        return name().toLowerCase(Locale.ROOT);
    }
}
