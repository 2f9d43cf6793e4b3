package io.meshwork.notifier.subscription;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a notification reaches its subscriber. */
public enum Channel {
    /** The public topic {@code product.updates}: delivered with the decision itself. */
    FEED,
    /** A Slack channel: sent later, one message a second. */
    SLACK,
    /** An endpoint of the subscribing team, which the target names: sent later, in order. */
    WEBHOOK,
    /** An address, which the target is: sent later, all that is due as one mail. */
    EMAIL;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Lower-case name, as in events and configuration. */
    public String word() {
        return word;
    }

    /** Whether it tells alerts, as stories with an end, to people; programs get updates. */
    public boolean isForPeople() {
        return this == SLACK || this == EMAIL;
    }

    public static Optional<Channel> of(String word) {
        return Arrays.stream(values())
                .filter(channel -> channel.word.equals(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Channel::word).toList();
    }
}
