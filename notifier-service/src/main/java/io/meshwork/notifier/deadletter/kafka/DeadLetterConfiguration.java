package io.meshwork.notifier.deadletter.kafka;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.meshwork.deadletters.LetterBox;
import io.meshwork.messaging.boot.MeshSettings;
import io.meshwork.notifier.deadletter.jdbc.SettlingLock;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LetterSettings.class)
class DeadLetterConfiguration {

    @Bean
    LetterBoxes letterBoxes(MeshSettings mesh, KafkaProperties kafka, LetterSettings settings) {
        return new LetterBoxes(
                LetterBox.all(mesh.name()), kafka.buildConsumerProperties(), kafka.buildProducerProperties(), settings);
    }

    @Bean
    LetterReader letterReader(LetterBoxes boxes, SchemaRegistryClient registry, LetterSettings settings) {
        return new LetterReader(boxes, registry, settings);
    }

    @Bean
    LetterDesk letterDesk(
            LetterBoxes boxes, LetterReader reader, SettlingLock lock, LetterSettings settings, Clock clock) {
        return new LetterDesk(boxes, reader, lock, settings, clock);
    }
}
