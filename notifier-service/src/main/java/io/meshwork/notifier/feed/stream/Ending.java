package io.meshwork.notifier.feed.stream;

import java.util.Locale;

/** Why a stream ended; whoever followed it resumes where it was. */
public enum Ending {
    /** The client went away, or took nothing for too long. */
    LEFT,
    /** It lasted as long as one may. */
    LONG_ENOUGH,
    /** This replica stops, or the log is one from a backup. */
    CLOSED,
    /** The log could not be read. */
    BROKEN;

    /** Lower-case name, for metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
