package io.meshwork.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.meshwork.events.PolicySubmitted;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.util.ClassSecurityValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The classes add Java hints to their schemas, which must not make them strangers to the registry. */
class WireFormatTest {

    private static final TopicManifest MANIFEST = TopicManifest.read();
    private static final Topic TOPIC = MANIFEST.topic("policy.submitted");

    private final Platform platform = RealBroker.platform();

    /** Avro reads and writes no class that nobody trusted. */
    @BeforeAll
    static void trustOurEvents() {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.DEFAULT,
                type -> type.getPackageName().equals(PolicySubmitted.class.getPackageName())));
    }

    @AfterAll
    static void trustNobodyElse() {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.DEFAULT);
    }

    @AfterEach
    void close() {
        RealBroker.forget(platform);
    }

    @Test
    void generatedClassesAreWrittenWithTheIdOfTheRegisteredSchema() throws Exception {
        int id = platform.registry()
                .register(
                        TOPIC.subject("mesh"),
                        new AvroSchema(TopicSchemas.read(MANIFEST).of(TOPIC).orElseThrow()));
        PolicySubmitted event = PolicySubmitted.newBuilder()
                .setPolicyId("retention-required")
                .setDocument("kind: Policy")
                .build();

        byte[] bytes = serialize(event);

        assertThat(bytes[0]).isZero();
        assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isEqualTo(id);
    }

    private byte[] serialize(PolicySubmitted event) {
        try (var serializer = new KafkaAvroSerializer()) {
            serializer.configure(
                    Map.of(
                            "schema.registry.url", platform.registryUrl(),
                            "auto.register.schemas", false,
                            "avro.remove.java.properties", true),
                    false);
            return serializer.serialize(TOPIC.fullName("mesh"), event);
        }
    }
}
