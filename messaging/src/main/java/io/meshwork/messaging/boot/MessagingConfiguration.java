package io.meshwork.messaging.boot;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.meshwork.messaging.AppendedRequests;
import io.meshwork.messaging.ClockWatch;
import io.meshwork.messaging.Delivery;
import io.meshwork.messaging.Inbox;
import io.meshwork.messaging.InboxMetrics;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.JobRunner;
import io.meshwork.messaging.MeshClock;
import io.meshwork.messaging.RequestTopic;
import io.meshwork.messaging.Sweep;
import io.meshwork.messaging.TopicListener;
import io.meshwork.messaging.TransactionalDecisions;
import io.meshwork.messaging.WakeUp;
import io.meshwork.messaging.jdbc.CurrentStates;
import io.meshwork.messaging.jdbc.HandledEvents;
import io.meshwork.messaging.jdbc.Jobs;
import io.meshwork.messaging.jdbc.Outbox;
import io.meshwork.messaging.jdbc.ParkedRecords;
import io.meshwork.messaging.kafka.AvroClasses;
import io.meshwork.messaging.kafka.DeadLetters;
import io.meshwork.messaging.kafka.Publisher;
import io.meshwork.messaging.kafka.RecordDecoder;
import io.meshwork.messaging.kafka.RecordEncoder;
import io.meshwork.messaging.kafka.WatchedRegistry;
import io.meshwork.messaging.security.Callers;
import io.meshwork.messaging.web.ProblemAdvice;
import io.meshwork.schemas.topics.Cleanup;
import io.meshwork.schemas.topics.Topic;
import io.meshwork.schemas.topics.TopicManifest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires messaging into a service. Its beans carry a prefix, so that a service may call its own what it likes. */
@AutoConfiguration
@EnableConfigurationProperties(MeshSettings.class)
@Import({
    BindingsConfiguration.class,
    SecurityConfiguration.class,
    ProblemAdvice.class,
    ApiPage.class,
    ApiDescription.class
})
public class MessagingConfiguration {

    private static final Duration ATTEMPT = Duration.ofSeconds(60);
    private static final int SCHEMAS_REMEMBERED = 1000;

    @Bean
    MeshClock meshClock() {
        return new MeshClock(InstantSource.system(), System::nanoTime);
    }

    @Bean
    ClockWatch meshClockWatch(MeshClock clock, JdbcClient jdbc, Jobs jobs) {
        return new ClockWatch(clock, jdbc, jobs);
    }

    /** @param watch has compared it before anybody asks for the time */
    @Bean
    @ConditionalOnMissingBean
    Clock clock(MeshClock clock, ClockWatch watch) {
        return clock.withZone(ZoneOffset.UTC);
    }

    @Bean
    SchemaRegistryClient meshSchemaRegistry(MeshSettings mesh, KafkaProperties kafka) {
        Map<String, Object> config = registryClient(mesh, kafka);
        List<String> urls = List.of(mesh.registry().url().toString());
        return WatchedRegistry.around(SchemaRegistryClientFactory.newClient(
                urls, SCHEMAS_REMEMBERED, List.of(new AvroSchemaProvider()), config, Map.of()));
    }

    @Bean
    KafkaAvroSerializer meshAvroSerializer(SchemaRegistryClient registry, MeshSettings mesh, KafkaProperties kafka) {
        KafkaAvroSerializer serializer = new KafkaAvroSerializer(registry);
        Map<String, Object> config = registryClient(mesh, kafka);
        config.put("auto.register.schemas", false);
        config.put("avro.remove.java.properties", true);
        serializer.configure(config, false);
        return serializer;
    }

    @Bean
    KafkaAvroDeserializer meshAvroDeserializer(
            SchemaRegistryClient registry, MeshSettings mesh, KafkaProperties kafka) {
        KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer(registry);
        Map<String, Object> config = registryClient(mesh, kafka);
        config.put("specific.avro.reader", true);
        deserializer.configure(config, false);
        return deserializer;
    }

    /** One retry: the container has patience of its own, and an attempt must not outlast its poll interval. */
    static Map<String, Object> registryClient(MeshSettings mesh, KafkaProperties kafka) {
        AvroClasses.trustOurs();
        Map<String, Object> config = new HashMap<>(kafka.getProperties());
        config.put("http.connect.timeout.ms", 5_000);
        config.put("http.read.timeout.ms", 15_000);
        config.put("max.retries", 1);
        config.putAll(mesh.registry().properties());
        config.put("schema.registry.url", mesh.registry().url().toString());
        return config;
    }

    @Bean
    RecordEncoder meshRecordEncoder(KafkaAvroSerializer serializer, MeshSettings mesh, Clock clock) {
        return new RecordEncoder(serializer, mesh, clock);
    }

    @Bean
    RecordDecoder meshRecordDecoder(KafkaAvroDeserializer deserializer, Callers callers) {
        return new RecordDecoder(deserializer, callers);
    }

    @Bean
    Publisher meshPublisher(KafkaTemplate<?, ?> template) {
        @SuppressWarnings("unchecked") // messaging.yaml sets byte-array serializers
        KafkaTemplate<byte[], byte[]> bytes = (KafkaTemplate<byte[], byte[]>) template;
        return new Publisher(bytes);
    }

    @Bean
    DeadLetters meshDeadLetters(Publisher publisher, MeshSettings mesh, Clock clock) {
        return new DeadLetters(publisher, mesh, clock);
    }

    @Bean
    WakeUp meshWakeUp() {
        return new WakeUp();
    }

    @Bean
    HandledEvents meshHandledEvents(JdbcClient jdbc) {
        return new HandledEvents(jdbc);
    }

    @Bean
    Outbox meshOutbox(JdbcClient jdbc) {
        return new Outbox(jdbc);
    }

    @Bean
    CurrentStates meshCurrentStates(JdbcClient jdbc) {
        return new CurrentStates(jdbc);
    }

    @Bean
    ParkedRecords meshParkedRecords(JdbcClient jdbc) {
        return new ParkedRecords(jdbc);
    }

    @Bean
    Jobs meshJobs(JdbcClient jdbc, MeshClock clock) {
        return new Jobs(jdbc, clock);
    }

    @Bean
    Delivery meshDelivery(
            PlatformTransactionManager manager,
            Outbox outbox,
            CurrentStates states,
            Jobs jobs,
            Publisher publisher,
            MeshSettings mesh,
            WakeUp wakeUp) {
        TransactionTemplate transaction = new TransactionTemplate(manager);
        Set<String> compacted = TopicManifest.read().topics().stream()
                .filter(topic -> topic.cleanup() == Cleanup.COMPACT)
                .map(topic -> topic.fullName(mesh.name()))
                .collect(Collectors.toUnmodifiableSet());
        return new Delivery(transaction, ATTEMPT, outbox, states, jobs, publisher, compacted::contains, wakeUp);
    }

    @Bean
    InboxMetrics meshInboxMetrics(MeterRegistry meters, ObjectProvider<Tracer> tracer, Clock clock) {
        return new InboxMetrics(meters, tracer.getIfAvailable(() -> Tracer.NOOP), clock);
    }

    @Bean
    Inbox meshInbox(
            RecordDecoder decoder,
            RecordEncoder encoder,
            HandledEvents handled,
            ParkedRecords parked,
            Delivery delivery,
            DeadLetters deadLetters,
            InboxMetrics metrics,
            WakeUp wakeUp,
            MeshSettings mesh) {
        return new Inbox(
                decoder,
                encoder,
                handled,
                parked,
                delivery,
                deadLetters,
                metrics,
                wakeUp,
                mesh.consumerGroup(),
                mesh.gather());
    }

    @Bean
    TransactionalDecisions meshDecisions(RecordEncoder encoder, Delivery delivery) {
        return new TransactionalDecisions(encoder, delivery);
    }

    @Bean
    RequestTopic meshRequestTopic(RecordEncoder encoder, Publisher publisher, ObjectProvider<Tracer> tracer) {
        return new AppendedRequests(encoder, publisher, tracer.getIfAvailable(() -> Tracer.NOOP));
    }

    @Bean
    JobRunner meshJobRunner(
            ObjectProvider<JobHandler> handlers,
            Jobs jobs,
            TransactionalDecisions decisions,
            WakeUp wakeUp,
            MeterRegistry meters,
            MeshSettings mesh) {
        return new JobRunner(handlers.stream().toList(), jobs, decisions, wakeUp, meters, mesh.gather());
    }

    @Bean
    Sweep meshSweep(
            ObjectProvider<TopicListener<?>> listeners,
            Inbox inbox,
            Delivery delivery,
            ParkedRecords parked,
            Outbox outbox,
            HandledEvents handled,
            MeshSettings mesh,
            Clock clock,
            WakeUp wakeUp) {
        return new Sweep(listeners.stream().toList(), inbox, delivery, parked, outbox, handled, mesh, clock, wakeUp);
    }

    static List<String> topicsOf(String service) {
        return TopicManifest.read().topics().stream()
                .filter(topic ->
                        topic.readBy().contains(service) || topic.writtenBy().contains(service))
                .map(Topic::name)
                .toList();
    }
}
