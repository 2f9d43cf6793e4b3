package io.meshwork.policy.waiver;

import java.util.Locale;

/** How a waiver stands at a moment. */
public enum WaiverState {
    PLANNED,
    IN_FORCE,
    ENDED,
    WITHDRAWN;

    /** Such as {@code in-force}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
