package io.meshwork.notifier.feed.log;

import java.util.Locale;

/** Whether somebody can go on behind what they read last. */
public sealed interface Resumption {

    /** The place to go on behind. */
    Place from();

    /** Nothing is lost. */
    record Behind(Place from) implements Resumption {}

    /** What came next is not known; everything that is kept is told. */
    record Gap(Reason reason, Place from) implements Resumption {}

    /** Why the reader's place is none of the log. */
    enum Reason {
        /** What came next is older than what is kept. */
        EXPIRED,
        /** Another log wrote it, or this one before it was restored. */
        UNKNOWN;

        /** Lower-case name, for clients. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param around the log from the wanted place itself on */
    static Resumption of(Place wanted, Stretch around) {
        var oldest = Place.unmarked(around.trimmed());
        if (wanted.position() > around.last()) {
            return new Gap(Reason.UNKNOWN, oldest);
        }
        if (wanted.position() < around.trimmed()) {
            return new Gap(Reason.EXPIRED, oldest);
        }
        var replaced = around.entries().stream()
                .anyMatch(entry ->
                        entry.position() == wanted.position() && !entry.place().equals(wanted));
        return replaced ? new Gap(Reason.UNKNOWN, oldest) : new Behind(wanted);
    }
}
