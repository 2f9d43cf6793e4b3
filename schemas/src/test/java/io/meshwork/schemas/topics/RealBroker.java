package io.meshwork.schemas.topics;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A Kafka broker started once for all tests, and a registry of its own for each {@link #platform()}. */
final class RealBroker {

    private static final EmbeddedKafkaKraftBroker BROKER = start();

    private RealBroker() {}

    static Platform platform() {
        return Platform.connect(BROKER.getBrokersAsString(), "mock://" + UUID.randomUUID(), Map.of());
    }

    /** A mesh name no other test uses, so that the topics of tests never meet. */
    static String aMesh() {
        return "m-" + UUID.randomUUID();
    }

    static void forget(Platform platform) {
        platform.close();
        MockSchemaRegistry.dropScope(platform.registryUrl().replace("mock://", ""));
    }

    private static EmbeddedKafkaKraftBroker start() {
        // What is green does not wait so long, however busy the machine.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(90));
        var broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker;
    }
}
