package io.meshwork.notifier.channel.topic.kafka;

import io.meshwork.messaging.boot.MeshSettings;
import io.meshwork.notifier.channel.topic.TopicBroker;
import io.meshwork.notifier.channel.topic.TopicNames;
import io.meshwork.schemas.topics.Platform;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OwnTopicSettings.class)
class OwnTopicConfiguration {

    @Bean
    TopicNames topicNames(MeshSettings mesh) {
        return new TopicNames(mesh.name());
    }

    @Bean
    TopicBroker topicBroker(TopicNames names, MeshSettings mesh, KafkaProperties kafka, OwnTopicSettings settings) {
        return new KafkaTopics(names, settings.replicationFactor(), () -> connect(mesh, kafka));
    }

    private static Platform connect(MeshSettings mesh, KafkaProperties kafka) {
        Map<String, Object> clients = new HashMap<>(kafka.buildAdminProperties());
        clients.putAll(mesh.registry().properties());
        var brokers = String.join(",", kafka.getBootstrapServers());
        return Platform.connect(brokers, mesh.registry().url().toString(), clients);
    }
}
