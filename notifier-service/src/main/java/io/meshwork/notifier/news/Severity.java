package io.meshwork.notifier.news;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How urgent a piece of news is, least first. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Lower-case name, as in events and configuration. */
    public String word() {
        return word;
    }

    public boolean isAtLeast(Severity other) {
        return compareTo(other) >= 0;
    }

    public static Optional<Severity> of(String word) {
        return Arrays.stream(values())
                .filter(severity -> severity.word.equals(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Severity::word).toList();
    }
}
