package io.meshwork.messaging.kafka;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.meshwork.messaging.BrokenInfrastructure;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.TopicListener;
import io.meshwork.messaging.security.Callers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads records of any Confluent-compatible producer, with or without CloudEvents headers. */
public final class RecordDecoder {

    /** What became of a record: an event, or poison that can never be read. */
    public sealed interface Decoded<T extends SpecificRecord> {

        record Legible<T extends SpecificRecord>(Event<T> event, long payloadHash) implements Decoded<T> {}

        record Poison<T extends SpecificRecord>(String reason) implements Decoded<T> {}
    }

    private final KafkaAvroDeserializer deserializer;
    private final Callers callers;

    public RecordDecoder(KafkaAvroDeserializer deserializer, Callers callers) {
        this.deserializer = deserializer;
        this.callers = callers;
    }

    /** @throws BrokenInfrastructure when registry or token issuer cannot be asked; nothing is known of the record then */
    public <T extends SpecificRecord> Decoded<T> decode(
            TopicListener<T> listener, ConsumerRecord<byte[], byte[]> record) {
        T foreign = record.value() == null ? null : listener.fromForeign(record.value());
        if (foreign != null) {
            return new Decoded.Legible<>(event(record, key(record), foreign), Identity.payloadHash(record.value()));
        }
        if (record.key() == null) {
            return new Decoded.Poison<>("the record has no key; the key of this topic is named in the topic manifest");
        }
        String key = key(record);
        if (record.value() == null) {
            return listener.acceptsTombstones()
                    ? new Decoded.Legible<>(event(record, key, null), Identity.payloadHash(record.key()))
                    : new Decoded.Poison<>("the value is null, but this topic has no tombstones");
        }
        try {
            Object value = deserializer.deserialize(record.topic(), record.value());
            return check(listener, record, key, value);
        } catch (RuntimeException | StackOverflowError e) {
            if (BrokenInfrastructure.isCauseOf(e)) {
                throw e;
            }
            return new Decoded.Poison<>("the value is not a readable record of this topic: " + rootMessage(e));
        }
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    private <T extends SpecificRecord> Decoded<T> check(
            TopicListener<T> listener, ConsumerRecord<byte[], byte[]> record, String key, @Nullable Object value) {
        if (!listener.type().isInstance(value)) {
            return new Decoded.Poison<>("the value is a " + typeName(value) + ", this topic carries "
                    + listener.type().getSimpleName());
        }
        T typed = listener.type().cast(value);
        String expected = listener.expectedKey(typed);
        if (expected != null && !expected.equals(key)) {
            return new Decoded.Poison<>("the record key is '" + key + "' but the value belongs to '" + expected + "'");
        }
        return new Decoded.Legible<>(event(record, key, typed), Identity.payloadHash(record.value()));
    }

    private <T extends SpecificRecord> Event<T> event(
            ConsumerRecord<byte[], byte[]> record, String key, @Nullable T value) {
        UUID id = identity(record);
        String correlation = Headers.text(record.headers(), Headers.CORRELATION_ID);
        String traceparent = Headers.text(record.headers(), Headers.TRACEPARENT);
        Cause cause = new Cause(id, correlation != null ? correlation : id.toString(), traceparent);
        return new Event<>(
                id, key, value, time(record), callers.of(Headers.text(record.headers(), Headers.TOKEN)), cause);
    }

    /** UUIDv5 of source and id, else of where the record first stood. */
    static UUID identity(ConsumerRecord<byte[], byte[]> record) {
        String source = Headers.text(record.headers(), Headers.SOURCE);
        String id = Headers.text(record.headers(), Headers.ID);
        if (source != null && id != null) {
            return Identity.of(source, id);
        }
        Origin origin = Origin.of(record);
        return Identity.of(origin.topic(), origin.partition(), origin.offset());
    }

    private static Instant time(ConsumerRecord<byte[], byte[]> record) {
        String time = Headers.text(record.headers(), Headers.TIME);
        if (time == null) {
            return Origin.time(record);
        }
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            return Origin.time(record);
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private static String typeName(@Nullable Object value) {
        return value instanceof org.apache.avro.generic.GenericContainer container
                ? container.getSchema().getFullName()
                : String.valueOf(value == null ? null : value.getClass().getSimpleName());
    }
}
