package io.meshwork.messaging;

import org.apache.kafka.common.utils.AppInfoParser;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** On Apache's own image, of the version that our clients have; skipped where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
class ContainerBrokerTest extends BrokerFlow {

    @Container
    private static final KafkaContainer BROKER = new KafkaContainer("apache/kafka:" + AppInfoParser.getVersion())
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");

    @Override
    String brokers() {
        return BROKER.getBootstrapServers();
    }
}
