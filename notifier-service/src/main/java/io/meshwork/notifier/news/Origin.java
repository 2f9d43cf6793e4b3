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
public record Origin(UUID eventId, Instant time, Cause cause) {}
