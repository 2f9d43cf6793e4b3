package io.meshwork.notifier.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification as recorded.
 *
 * @param sequence order of the records, from 1
 * @param settledAt null while it waits
 */
public record Entry(
        long sequence,
        Notification notification,
        Instant recordedAt,
        @Nullable Instant settledAt) {}
