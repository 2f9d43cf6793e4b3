package io.meshwork.notifier.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is wrong with a part of the platform, least first. */
public enum Trouble {
    NONE,
    /** It reads, but too much waits for it. */
    LAGGING,
    /** It reads nothing though something waits. */
    STUCK,
    UNREACHABLE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Lower-case name, as in tables. */
    public String word() {
        return word;
    }

    public static Optional<Trouble> of(String word) {
        return Arrays.stream(values())
                .filter(trouble -> trouble.word.equals(word))
                .findFirst();
    }
}
