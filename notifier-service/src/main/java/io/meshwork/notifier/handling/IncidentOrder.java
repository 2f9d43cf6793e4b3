package io.meshwork.notifier.handling;

import io.meshwork.messaging.Identity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of an incident.
 *
 * @param note for the others, null when there is nothing to say
 */
public record IncidentOrder(Action action, @Nullable String note) {

    public enum Action {
        /** The requester takes care of it. */
        ACKNOWLEDGE,
        /** Nobody takes care of it any more. */
        UNACKNOWLEDGE,
        RESOLVE;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** Lower-case name, as in requests. */
        public String word() {
            return word;
        }

        public static Optional<Action> of(String word) {
            return Arrays.stream(values())
                    .filter(action -> action.word.equals(word))
                    .findFirst();
        }
    }

    /** Tells a repeated request from another one under the same idempotency key. */
    public long contentHash() {
        return Identity.of(toString()).getMostSignificantBits();
    }
}
