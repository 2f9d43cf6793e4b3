package io.meshwork.messaging.boot;

import io.meshwork.schemas.topics.Platform;
import io.meshwork.schemas.topics.TopicManifest;
import io.meshwork.schemas.topics.TopicSchemas;
import io.meshwork.schemas.topics.TopicsCheck;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.binding.Bindable;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** How batches reach the listeners, and what happens when a neighbour is down. */
@Configuration(proxyBeanMethods = false)
class BindingsConfiguration {

    private static final String FRAMEWORK_BINDINGS = "inputBindingLifecycle";
    private static final long FIRST_RETRY_MS = 200;
    private static final long LONGEST_RETRY_MS = 5_000;
    private static final Duration AUTH_RETRY = Duration.ofSeconds(10);

    @Bean
    RecordBatches recordBatches() {
        return new RecordBatches();
    }

    /**
     * Messaging throws only what is worth retrying; the container pauses its consumer, keeps polling, and tries for ever. Rights
     * or credentials that are refused come back too; without an interval the container would stop for good.
     */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> listenerContainers(
            MeterRegistry meters, MeshSettings mesh) {
        return (container, destination, group) -> {
            ExponentialBackOff backOff = new ExponentialBackOff(FIRST_RETRY_MS, 2);
            backOff.setMaxInterval(LONGEST_RETRY_MS);
            DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
            handler.setClassifications(Map.of(), true);
            handler.setLogLevel(KafkaException.Level.WARN);
            handler.setRetryListeners(new RetryLog(destination, meters));
            container.setCommonErrorHandler(handler);
            container.getContainerProperties().setDeliveryAttemptHeader(false);
            container.getContainerProperties().setAuthExceptionRetryInterval(AUTH_RETRY);
            if (mesh.instance() != null) {
                container
                        .getContainerProperties()
                        .getKafkaConsumerProperties()
                        .setProperty(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, memberName(mesh.instance(), destination));
            }
        };
    }

    /** Kafka allows letters, digits, dot, underscore and hyphen; a destination of several topics joins them by commas. */
    private static String memberName(String instance, String destination) {
        return instance + "." + destination.replace(',', '_');
    }

    /** Takes the place of the framework's bean, which would bind while the context starts. */
    @Bean
    @DependsOn("bindingService")
    LateInputBindings lateInputBindings(BindingService bindings, Map<String, Bindable> bindables) {
        return new LateInputBindings(bindings, new HashMap<>(bindables));
    }

    @Bean
    static BeanFactoryPostProcessor bindLate() {
        return beans -> {
            if (beans.containsBeanDefinition(FRAMEWORK_BINDINGS)) {
                ((BeanDefinitionRegistry) beans).removeBeanDefinition(FRAMEWORK_BINDINGS);
            }
        };
    }

    @Bean
    TopicsGate topicsGate(
            MeshSettings mesh,
            KafkaProperties kafka,
            LateInputBindings inputs,
            ObjectProvider<BeforeListening> needs,
            ConfigurableApplicationContext context) {
        return new TopicsGate(
                new Surroundings(mesh, kafka, inputs, context),
                MessagingConfiguration.topicsOf(mesh.service()),
                needs.stream().toList());
    }

    /** The real broker, registry and bindings. */
    private record Surroundings(
            MeshSettings mesh, KafkaProperties kafka, LateInputBindings inputs, ConfigurableApplicationContext context)
            implements TopicsGate.World {

        @Override
        public TopicsCheck.Result check(Collection<String> topics) {
            TopicManifest manifest = TopicManifest.read();
            Map<String, Object> clients = kafka.buildAdminProperties();
            clients.putAll(MessagingConfiguration.registryClient(mesh, kafka));
            String brokers = String.join(",", kafka.getBootstrapServers());
            try (Platform platform =
                    Platform.connect(brokers, mesh.registry().url().toString(), clients)) {
                return new TopicsCheck(platform, manifest, TopicSchemas.read(manifest)).check(mesh.name(), topics);
            }
        }

        @Override
        public void openBindings() {
            inputs.start();
        }

        @Override
        public void closeBindings() {
            inputs.stop();
        }

        @Override
        public void exit(int code) {
            Thread.ofPlatform().name("exit").start(() -> System.exit(SpringApplication.exit(context, () -> code)));
        }
    }
}
