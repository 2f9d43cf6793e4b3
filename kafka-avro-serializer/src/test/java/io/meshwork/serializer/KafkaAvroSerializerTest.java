package io.meshwork.serializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaAvroSerializerTest {

    private static final String TOPIC = "orders";
    private static final GenericRecord ORDER = new GenericRecordBuilder(SchemaBuilder.record("Order")
                    .fields()
                    .requiredString("id")
                    .requiredLong("total")
                    .endRecord())
            .set("id", "o-1")
            .set("total", 42L)
            .build();

    private final String scope = UUID.randomUUID().toString();
    private final Map<String, Object> settings = Map.of("schema.registry.url", "mock://" + scope);

    @AfterEach
    void dropRegistry() {
        MockSchemaRegistry.dropScope(scope);
    }

    @Test
    void readsBackWhatItWrote() {
        byte[] bytes = serialize(settings);

        assertThat(deserialize(bytes).toString()).isEqualTo(ORDER.toString());
    }

    @Test
    void writesConfluentWireFormatWithTheRegisteredId() throws Exception {
        byte[] bytes = serialize(settings);

        int id = MockSchemaRegistry.getClientForScope(scope)
                .getLatestSchemaMetadata(TOPIC + "-value")
                .getId();
        assertThat(bytes[0]).isZero();
        assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isEqualTo(id);
    }

    @Test
    void refusesAnUnregisteredSchemaWhenItMayNotRegister() {
        Map<String, Object> readOnly = Map.of("schema.registry.url", "mock://" + scope, "auto.register.schemas", false);

        assertThatThrownBy(() -> serialize(readOnly)).isInstanceOf(SerializationException.class);
    }

    @Test
    void usesTheOrdinaryJackson() throws Exception {
        // By reflection: the compiler sees the classes before they are relocated.
        Class<?> json = AvroSchema.class.getMethod("toJson", Object.class).getReturnType();

        assertThat(json).isEqualTo(JsonNode.class);
    }

    private byte[] serialize(Map<String, ?> with) {
        try (var serializer = new KafkaAvroSerializer()) {
            serializer.configure(with, false);
            return serializer.serialize(TOPIC, ORDER);
        }
    }

    private GenericData.Record deserialize(byte[] bytes) {
        try (var deserializer = new KafkaAvroDeserializer()) {
            deserializer.configure(settings, false);
            return (GenericData.Record) deserializer.deserialize(TOPIC, bytes);
        }
    }
}
