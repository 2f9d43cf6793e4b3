package io.meshwork.notifier.news;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a piece of news is about; subscriptions name it in lower case. */
public enum Kind {
    PUBLISHED(true),
    COMPLIANCE_CHANGED(true),
    QUALITY_CHANGED(true),
    LISTING_CHANGED(true),
    PRODUCT_BLOCKED(false),
    QUALITY_FAILED(false),
    SUBMISSION_REJECTED(false),
    DEAD_LETTERS(false);

    private final String word = name().toLowerCase(Locale.ROOT);
    private final boolean update;

    Kind(boolean update) {
        this.update = update;
    }

    /** Lower-case name, as in events and configuration. */
    public String word() {
        return word;
    }

    /** True for the consumers' feed, false for an alert to ops. */
    public boolean isUpdate() {
        return update;
    }

    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Kind::word).toList();
    }
}
