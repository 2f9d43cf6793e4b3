package io.meshwork.deadletters;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are meant; a letter must have all that is not null.
 *
 * @param topic the record came from, by its full name or by that of the manifest
 * @param reason text in the reason, whatever its case
 * @param key of the record
 * @param since given up then or later
 * @param until given up before
 */
public record Wanted(
        @Nullable String topic,
        @Nullable String reason,
        @Nullable String key,
        @Nullable Instant since,
        @Nullable Instant until) {

    public static final Wanted ALL = new Wanted(null, null, null, null, null);

    public boolean wants(Letter letter) {
        return (topic == null || isFrom(letter, topic))
                && (reason == null
                        || letter.reason().toLowerCase(Locale.ROOT).contains(reason.toLowerCase(Locale.ROOT)))
                && (key == null || letter.key().equals(key))
                && (since == null || !letter.time().isBefore(since))
                && (until == null || letter.time().isBefore(until));
    }

    private static boolean isFrom(Letter letter, String topic) {
        return letter.topic().equals(topic) || letter.topic().contains("." + topic + ".v");
    }
}
