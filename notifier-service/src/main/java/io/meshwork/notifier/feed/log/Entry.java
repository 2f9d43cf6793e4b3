package io.meshwork.notifier.feed.log;

import java.time.Instant;

/**
 * An update at its place.
 *
 * @param position from 1, without gaps
 * @param toldAt when it got there; never goes back from one position to the next
 */
public record Entry(long position, Instant toldAt, Update update) {

    public Place place() {
        return Place.of(position, update.id());
    }
}
