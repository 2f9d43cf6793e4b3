package io.meshwork.notifier.incident;

import java.util.Locale;

/**
 * What happened to an incident.
 *
 * @param incident as it now stands
 */
public record Change(Incident incident, What what) {

    /** A line of its story. */
    public enum What {
        OPENED,
        /** It came back soon after it was over. */
        REOPENED,
        /** Another alert, no worse than the last. */
        ALARMED,
        /** A worse alert. */
        RAISED,
        ACKNOWLEDGED,
        /** Nobody takes care of it any more. */
        UNACKNOWLEDGED,
        RESOLVED;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** Lower-case name, as in events and REST. */
        public String word() {
            return word;
        }
    }
}
