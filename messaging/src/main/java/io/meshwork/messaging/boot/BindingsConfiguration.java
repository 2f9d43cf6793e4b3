package io.meshwork.messaging.boot;

import io.meshwork.schemas.topics.Platform;
import io.meshwork.schemas.topics.TopicManifest;
import io.meshwork.schemas.topics.TopicSchemas;
import io.meshwork.schemas.topics.TopicsCheck;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.BindingsLifecycleController.State;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** How batches reach the listeners, and what happens when a neighbour is down. */
@Configuration(proxyBeanMethods = false)
class BindingsConfiguration {

    private static final long FIRST_RETRY_MS = 200;
    private static final long LONGEST_RETRY_MS = 5_000;

    @Bean
    RecordBatches recordBatches() {
        return new RecordBatches();
    }

    /** Messaging throws only what is worth retrying; the container pauses its consumer, keeps polling, and tries for ever. */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> retryForEver() {
        return (container, destination, group) -> {
            ExponentialBackOff backOff = new ExponentialBackOff(FIRST_RETRY_MS, 2);
            backOff.setMaxInterval(LONGEST_RETRY_MS);
            DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
            handler.setClassifications(Map.of(), true);
            handler.setLogLevel(org.springframework.kafka.KafkaException.Level.WARN);
            container.setCommonErrorHandler(handler);
            container.getContainerProperties().setDeliveryAttemptHeader(false);
        };
    }

    @Bean
    TopicsGate topicsGate(
            MeshSettings mesh,
            KafkaProperties kafka,
            BindingsLifecycleController bindings,
            Environment environment,
            ConfigurableApplicationContext context) {
        return new TopicsGate(
                new Bindings(mesh, kafka, bindings, inputs(environment), context),
                MessagingConfiguration.topicsOf(mesh.service()));
    }

    private static List<String> inputs(Environment environment) {
        String functions = environment.getProperty("spring.cloud.function.definition", "");
        return Arrays.stream(functions.split(";"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name + "-in-0")
                .toList();
    }

    /** The real broker, registry and bindings. */
    private record Bindings(
            MeshSettings mesh,
            KafkaProperties kafka,
            BindingsLifecycleController bindings,
            List<String> inputs,
            ConfigurableApplicationContext context)
            implements TopicsGate.World {

        @Override
        public TopicsCheck.Result check(Collection<String> topics) {
            TopicManifest manifest = TopicManifest.read();
            Map<String, Object> client = MessagingConfiguration.registryClient(mesh, kafka);
            String brokers = String.join(",", kafka.getBootstrapServers());
            try (Platform platform =
                    Platform.connect(brokers, mesh.registry().url().toString(), client)) {
                return new TopicsCheck(platform, manifest, TopicSchemas.read(manifest)).check(mesh.name(), topics);
            }
        }

        @Override
        public void openBindings() {
            inputs.forEach(input -> bindings.changeState(input, State.STARTED));
        }

        @Override
        public void closeBindings() {
            inputs.forEach(input -> bindings.changeState(input, State.STOPPED));
        }

        @Override
        public void exit(int code) {
            Thread.ofPlatform().name("exit").start(() -> System.exit(SpringApplication.exit(context, () -> code)));
        }
    }
}
