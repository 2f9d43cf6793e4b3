package io.meshwork.messaging.kafka;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as it will be written.
 *
 * @param topic full name
 * @param value wire format, null for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; nothing compares them
public record EncodedRecord(UUID id, String topic, String key, byte @Nullable [] value, Map<String, String> headers) {}
