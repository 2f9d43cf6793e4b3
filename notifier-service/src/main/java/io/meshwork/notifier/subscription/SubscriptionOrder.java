package io.meshwork.notifier.subscription;

import io.meshwork.messaging.Identity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody wants of a subscription. */
public sealed interface SubscriptionOrder {

    /** @param onlyNew not when there is one of this id that has not ended */
    record Put(SubscriptionForm form, boolean onlyNew) implements SubscriptionOrder {}

    /** Does not say what it should be like, so that it changes nothing that another one changes meanwhile. */
    enum Turn implements SubscriptionOrder {
        PAUSE,
        RESUME,
        END,
        /** Sends a message through its channel. */
        TEST;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Turn> of(String word) {
            return Arrays.stream(values())
                    .filter(turn -> turn.word().equals(word))
                    .findFirst();
        }
    }

    /** Tells a repeated request from another one under the same idempotency key. */
    default long contentHash() {
        return Identity.of(toString()).getMostSignificantBits();
    }
}
