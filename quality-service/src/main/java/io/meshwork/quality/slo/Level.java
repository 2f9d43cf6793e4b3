package io.meshwork.quality.slo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an objective stands. */
public enum Level {
    /** Nothing was measured yet. */
    NO_DATA,
    OK,
    /** It will be breached if things go on like this. */
    AT_RISK,
    BREACHED;

    /** As it is told and stored. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Level> of(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word().equals(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Level::word).toList();
    }

    /** Somebody was told, and is to be told when it is over. */
    boolean isTrouble() {
        return this == AT_RISK || this == BREACHED;
    }
}
