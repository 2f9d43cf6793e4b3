package io.meshwork.notifier.news;

import io.meshwork.messaging.Cause;
import java.time.Instant;
import java.util.UUID;

/**
 * The event that brought the news.
 *
 * @param time when the event happened, by its own attribute
 * @param cause what decisions about it follow from
 */
public record Origin(UUID eventId, Instant time, Cause cause) {

    /** Of news that no event brought, but a due time, the end of a job, or a look at the platform. */
    public static Origin own(UUID id, Instant time) {
        return new Origin(id, time, new Cause(id, id.toString(), null));
    }
}
