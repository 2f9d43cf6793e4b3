package io.meshwork.notifier.silence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a silence stands at a moment. */
public enum SilenceState {
    IN_FORCE,
    /** It is yet to begin, or its next hours are. */
    PLANNED,
    /** Its time is over, or somebody has ended it. */
    ENDED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Lower-case name, as in REST. */
    public String word() {
        return word;
    }

    public static Optional<SilenceState> of(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(SilenceState::word).toList();
    }
}
