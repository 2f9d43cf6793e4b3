package io.meshwork.notifier.subscription;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a subscriber is told first. */
public enum Start {
    /** What happens next. */
    NOW,
    /** How everything stands that it follows, and then what happens. */
    CURRENT;

    /** The kind of the job that tells how everything stands. */
    public static final String JOB = "current-state";

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Lower-case name, as in requests. */
    public String word() {
        return word;
    }

    static Optional<Start> of(String word) {
        return Arrays.stream(values()).filter(start -> start.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Start::word).toList();
    }
}
