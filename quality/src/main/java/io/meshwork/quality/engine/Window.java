package io.meshwork.quality.engine;

import org.jspecify.annotations.Nullable;

/**
 * The part of a stream that was measured.
 *
 * @param inWords which records were read, for people
 * @param records with a value that were read
 * @param unreadable of them, which are no rows
 * @param flaw where the first unreadable one is and why it cannot be read, without values from the data; null when there is none
 */
public record Window(
        String inWords,
        long records,
        long unreadable,
        @Nullable String flaw) {}
