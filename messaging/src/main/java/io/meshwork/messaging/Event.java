package io.meshwork.messaging;

import io.meshwork.messaging.security.Caller;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One decoded record of a topic.
 *
 * @param id identity: UUIDv5 of ({@code ce_source}, {@code ce_id}), else of origin topic, partition and offset; kept by a replay
 * @param key record key; product id on every product topic; empty when {@link TopicListener#fromForeign} read a record without one
 * @param value the record, null for a tombstone
 * @param time {@code ce_time}, else the broker's timestamp of the record as it first stood
 * @param caller who asked, as far as the record proves it
 */
public record Event<T extends SpecificRecord>(
        UUID id, String key, @Nullable T value, Instant time, Caller caller, Cause cause) {

    /** The value of an event on a topic without tombstones; messaging has dead-lettered null values there. */
    public T require() {
        if (value == null) {
            throw new IllegalStateException(
                    "a tombstone has no value; override acceptsTombstones() only to handle them");
        }
        return value;
    }
}
