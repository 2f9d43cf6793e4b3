package io.meshwork.deadletters;

import java.time.Instant;

/**
 * What a line about a letter says; its value may be large and is let go. Texts are cut at 1,000 characters.
 *
 * @param origin topic, partition and offset where the record first stood
 * @param replays how often the record was given back before it became this letter
 */
public record Outline(Position position, Instant time, String reason, String key, String origin, int replays) {

    private static final int LONGEST = 1000;

    static Outline of(Letter letter) {
        return new Outline(
                letter.position(),
                letter.time(),
                cut(letter.reason()),
                cut(letter.key()),
                cut(letter.origin()),
                letter.replays());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
