package io.meshwork.messaging;

import io.meshwork.deadletters.Position;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that a service gave up on.
 *
 * @param id identity of the dead letter, the same for every delivery of it
 * @param topic full name of the dead-letter topic
 * @param position of the letter in it
 * @param service the service that gave up
 * @param originalTopic full name of the topic the record first stood on
 * @param key the record's key as text, null when it had none
 * @param reason why it can never succeed
 * @param replays how often the record was given back before
 */
public record DeadLetter(
        UUID id,
        Cause cause,
        String topic,
        Position position,
        String service,
        String originalTopic,
        int originalPartition,
        long originalOffset,
        @Nullable String key,
        String reason,
        Instant time,
        int replays) {}
