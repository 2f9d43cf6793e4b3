package io.meshwork.notifier.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of a notification. */
public enum DeliveryState {
    /** Decided, to be sent when its channel lets it. */
    WAITING,
    SENT,
    /** The channel refused it for good. */
    FAILED,
    /** Recorded, not sent. */
    SUPPRESSED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Lower-case name, as in events and REST. */
    public String word() {
        return word;
    }

    public static Optional<DeliveryState> of(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(DeliveryState::word).toList();
    }
}
