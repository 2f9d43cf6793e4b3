package io.meshwork.notifier.channel.topic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may read a topic. */
public enum Rights {
    /** The reader that the subscription names, by ACLs. */
    GRANTED,
    /** Nobody by the mesh: no reader is named. */
    NOBODY,
    /** Whoever reaches the broker, which asks nobody. */
    NO_AUTHORIZER,
    /** Not the reader: the broker does not let the mesh grant it. */
    WITHHELD;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Lower-case name, as in REST. */
    public String word() {
        return word;
    }

    public static Optional<Rights> of(String word) {
        return Arrays.stream(values())
                .filter(rights -> rights.word.equals(word))
                .findFirst();
    }
}
