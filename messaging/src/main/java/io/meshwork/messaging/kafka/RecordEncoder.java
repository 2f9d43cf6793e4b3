package io.meshwork.messaging.kafka;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.OutcomeTooLargeException;
import io.meshwork.messaging.boot.MeshSettings;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Writes records in Confluent wire format with CloudEvents headers; ids of schemas come from the registry, which is never written to. */
public final class RecordEncoder {

    /** What every tier of Kafka and Event Hubs takes, headers included. */
    public static final int MAX_BYTES = 512 * 1024;

    private final KafkaAvroSerializer serializer;
    private final MeshSettings mesh;
    private final Clock clock;

    public RecordEncoder(KafkaAvroSerializer serializer, MeshSettings mesh, Clock clock) {
        this.serializer = serializer;
        this.mesh = mesh;
        this.clock = clock;
    }

    /** @param topic short name from the manifest */
    public EncodedRecord encode(UUID id, Cause cause, String topic, String key, @Nullable SpecificRecord value) {
        String fullName = mesh.topic(topic);
        byte[] bytes = value == null ? null : serializer.serialize(fullName, value);
        if (bytes != null && bytes.length > MAX_BYTES) {
            throw new OutcomeTooLargeException(topic, bytes.length, MAX_BYTES);
        }
        return new EncodedRecord(id, fullName, key, bytes, headers(id, cause, topic, key));
    }

    private Map<String, String> headers(UUID id, Cause cause, String topic, String key) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(Headers.SPEC_VERSION, "1.0");
        headers.put(Headers.ID, id.toString());
        headers.put(Headers.SOURCE, "/" + mesh.name() + "/" + mesh.service());
        headers.put(Headers.TYPE, "io.meshwork." + topic + ".v1");
        headers.put(Headers.TIME, clock.instant().toString());
        headers.put(Headers.SUBJECT, key);
        headers.put(Headers.DATA_SCHEMA, "/subjects/" + mesh.topic(topic) + "-value/versions/latest");
        headers.put(Headers.CONTENT_TYPE, "application/avro");
        headers.put(Headers.CAUSATION_ID, cause.id().toString());
        headers.put(Headers.CORRELATION_ID, cause.correlationId());
        if (cause.traceparent() != null) {
            headers.put(Headers.CE_TRACEPARENT, cause.traceparent());
            headers.put(Headers.TRACEPARENT, cause.traceparent());
        }
        return headers;
    }
}
