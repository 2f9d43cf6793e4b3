package io.meshwork.messaging.kafka;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.meshwork.messaging.BrokenInfrastructure;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.OutcomeTooLargeException;
import io.meshwork.messaging.boot.MeshSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Writes records in Confluent wire format with CloudEvents headers; ids of schemas come from the registry, which is never written to. */
public final class RecordEncoder {

    /** What every tier of Kafka and Event Hubs takes, with key and headers, and room left for those of a dead letter. */
    public static final int MAX_BYTES = 512 * 1024;

    private final KafkaAvroSerializer serializer;
    private final MeshSettings mesh;
    private final Clock clock;

    public RecordEncoder(KafkaAvroSerializer serializer, MeshSettings mesh, Clock clock) {
        this.serializer = serializer;
        this.mesh = mesh;
        this.clock = clock;
    }

    /**
     * @param topic short name from the manifest
     * @throws OutcomeTooLargeException when value, key and headers take more than {@link #MAX_BYTES}
     * @throws BrokenInfrastructure when the registry cannot be asked, or does not know the schema that was there at the start
     */
    public EncodedRecord encode(UUID id, Cause cause, String topic, String key, @Nullable SpecificRecord value) {
        String fullName = mesh.topic(topic);
        byte[] bytes = value == null ? null : serialize(fullName, value);
        Map<String, String> headers = headers(id, cause, topic, key);
        int size = (bytes == null ? 0 : bytes.length) + length(key) + length(headers);
        if (size > MAX_BYTES) {
            throw new OutcomeTooLargeException(topic, size, MAX_BYTES);
        }
        return new EncodedRecord(id, fullName, key, bytes, headers);
    }

    private byte[] serialize(String topic, SpecificRecord value) {
        try {
            return serializer.serialize(topic, value);
        } catch (RuntimeException e) {
            if (hasRegistryAnswer(e)) {
                throw new BrokenInfrastructure("the schema registry does not know the schema of " + topic, e);
            }
            throw e;
        }
    }

    private static boolean hasRegistryAnswer(Throwable failure) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof RestClientException) {
                return true;
            }
        }
        return false;
    }

    private static int length(Map<String, String> headers) {
        return headers.entrySet().stream()
                .mapToInt(header -> length(header.getKey()) + length(header.getValue()))
                .sum();
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
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
