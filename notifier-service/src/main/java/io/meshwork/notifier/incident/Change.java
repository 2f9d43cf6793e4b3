package io.meshwork.notifier.incident;

import io.meshwork.notifier.incident.Incident.Handler;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an incident.
 *
 * @param incident as it now stands
 * @param by who did it, null when nobody did
 */
public record Change(Incident incident, What what, @Nullable Handler by) {

    /** Done by whoever the incident says takes care of it, or has ended it. */
    public Change(Incident incident, What what) {
        this(incident, what, what == What.ACKNOWLEDGED || what == What.RESOLVED ? incident.handler() : null);
    }

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

        public static Optional<What> of(String word) {
            return Arrays.stream(values())
                    .filter(what -> what.word.equals(word))
                    .findFirst();
        }
    }
}
