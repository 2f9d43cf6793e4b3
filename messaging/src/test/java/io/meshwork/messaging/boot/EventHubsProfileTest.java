package io.meshwork.messaging.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** A service's settings when it is started with the profile of Azure Event Hubs. */
class EventHubsProfileTest {

    private static final Map<String, Object> FROM_OUTSIDE = Map.of(
            "spring.config.name", "sample-service",
            "spring.config.import", "classpath:messaging-eventhubs.yaml",
            "EVENT_HUBS_NAMESPACE", "acme",
            "EVENT_HUBS_CONNECTION_STRING", "Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKey=s3cr3t=");

    private static StandardEnvironment environment;
    private static KafkaProperties kafka;

    @BeforeAll
    static void readSettings() {
        environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("outside", FROM_OUTSIDE));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        kafka = Binder.get(environment)
                .bind("spring.kafka", KafkaProperties.class)
                .get();
    }

    @Test
    void leadsTheBinderAndTheClientsToTheNamespace() {
        assertThat(kafka.getBootstrapServers()).containsExactly("acme.servicebus.windows.net:9093");
        assertThat(environment.getProperty("spring.cloud.stream.kafka.binder.brokers"))
                .isEqualTo("acme.servicebus.windows.net:9093");
    }

    @Test
    void signsEveryClientInWithTheConnectionStringOverTls() {
        for (Map<String, Object> client : List.of(
                kafka.buildProducerProperties(), kafka.buildConsumerProperties(), kafka.buildAdminProperties())) {
            assertThat(client)
                    .containsEntry("security.protocol", "SASL_SSL")
                    .containsEntry("sasl.mechanism", "PLAIN")
                    .containsEntry("metadata.max.age.ms", "180000")
                    .containsEntry("connections.max.idle.ms", "180000");
            assertThat(client.get("sasl.jaas.config").toString())
                    .contains("username=\"$ConnectionString\"")
                    .contains("password=\"Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKey=s3cr3t=\";");
        }
    }

    @Test
    void isAValidConfigurationOfTheProducer() {
        Map<String, Object> config = new HashMap<>(kafka.buildProducerProperties());
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        ProducerConfig producer = new ProducerConfig(config);

        assertThat(producer.getString(ProducerConfig.ACKS_CONFIG)).isIn("all", "-1");
        assertThat(producer.getString(ProducerConfig.COMPRESSION_TYPE_CONFIG)).isEqualTo("none");
        assertThat(producer.getInt(ProducerConfig.MAX_REQUEST_SIZE_CONFIG)).isEqualTo(1_000_000);
        assertThat(producer.getInt(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG))
                .isGreaterThan(producer.getInt(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG))
                .isLessThan(60_000);
    }

    @Test
    void isAValidConfigurationOfTheConsumers() {
        Map<String, Object> config = new HashMap<>(kafka.buildConsumerProperties());
        config.putAll(Binder.get(environment)
                .bind(
                        "spring.cloud.stream.kafka.binder.consumer-properties",
                        Bindable.mapOf(String.class, String.class))
                .get());
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        ConsumerConfig consumer = new ConsumerConfig(config);

        assertThat(consumer.getInt(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG)).isEqualTo(30_000);
        assertThat(consumer.getInt(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG)).isEqualTo(60_000);
        assertThat(consumer.getInt(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG)).isEqualTo(600_000);
        assertThat(consumer.getBoolean(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG))
                .isFalse();
    }
}
