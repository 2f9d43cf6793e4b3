package io.meshwork.benchmarks.mesh;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.net.URI;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/** Confluent's serializers as any client would set them up. For one thread. */
public final class Wire {

    private final KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();

    private Wire() {}

    static Wire to(URI registry) {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.DEFAULT_TRUSTED_CLASSES,
                type -> type.getName().startsWith("io.meshwork.events.")));
        Wire wire = new Wire();
        String url = registry.toString();
        wire.serializer.configure(
                Map.of("schema.registry.url", url, "auto.register.schemas", false, "avro.remove.java.properties", true),
                false);
        wire.deserializer.configure(Map.of("schema.registry.url", url, "specific.avro.reader", true), false);
        return wire;
    }

    /** @param topic that has the schema; a baseline may write the bytes elsewhere */
    public byte[] encode(String topic, SpecificRecord value) {
        return serializer.serialize(topic, value);
    }

    public <T extends SpecificRecord> T decode(String topic, byte[] value, Class<T> type) {
        return type.cast(deserializer.deserialize(topic, value));
    }
}
