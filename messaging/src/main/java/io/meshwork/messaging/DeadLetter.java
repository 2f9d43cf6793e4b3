package io.meshwork.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that a service gave up on.
 *
 * @param id identity of the dead letter, the same for every delivery of it
 * @param service the service that gave up
 * @param originalTopic full name of the topic the record first stood on
 * @param key the record's key as text, null when it had none
 * @param reason why it can never succeed
 */
public record DeadLetter(
        UUID id,
        Cause cause,
        String service,
        String originalTopic,
        int originalPartition,
        long originalOffset,
        @Nullable String key,
        String reason,
        Instant time) {}
