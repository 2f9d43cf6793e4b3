package io.meshwork.notifier.channel.webhook.endpoint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether an endpoint is sent to. */
public enum EndpointState {
    ENABLED,
    /** Switched off, by its team or because it failed for too long. */
    DISABLED,
    /** It answered 410 Gone. */
    GONE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Lower-case name, as in the database and REST. */
    public String word() {
        return word;
    }

    public static Optional<EndpointState> of(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }
}
