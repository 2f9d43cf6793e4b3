package io.meshwork.notifier.incident;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where an incident stands. */
public enum IncidentState {
    OPEN,
    /** Somebody takes care of it: it is not told again until it gets worse or is over. */
    ACKNOWLEDGED,
    RESOLVED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Lower-case name, as in events and REST. */
    public String word() {
        return word;
    }

    public static Optional<IncidentState> of(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(IncidentState::word).toList();
    }
}
