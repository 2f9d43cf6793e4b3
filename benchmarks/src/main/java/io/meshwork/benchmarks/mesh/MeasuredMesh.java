package io.meshwork.benchmarks.mesh;

import io.meshwork.local.LocalPlatform;
import io.meshwork.local.MeshService;
import io.meshwork.local.PlatformOptions;
import io.meshwork.local.ports.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A mesh on free ports, with Kafka's plain client beside it. */
public final class MeasuredMesh implements AutoCloseable {

    private static final int PARTITIONS = 4;

    private final LocalPlatform platform;
    private final Path data;

    private MeasuredMesh(LocalPlatform platform, Path data) {
        this.platform = platform;
        this.data = data;
    }

    /** With these services in our JVM, as {@code mesh up} runs them; more can be started as processes. */
    public static MeasuredMesh start(Path folder, Set<MeshService> services) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        return new MeasuredMesh(
                LocalPlatform.start(PlatformOptions.in(folder)
                        .withQualityRoot(data)
                        .withPorts(Ports.fromBase(0))
                        .withServices(services)
                        .withSettings(Map.of("mesh.catalog.domains.unknown", "accept"))),
                data);
    }

    public LocalPlatform platform() {
        return platform;
    }

    /** The folder whose files the quality service may read. */
    public Path data() {
        return data;
    }

    public Wire wire() {
        return Wire.to(platform.registryUrl());
    }

    public static String topic(String shortName) {
        return "mesh." + shortName + ".v1";
    }

    /** A producer as Kafka's defaults make it: {@code acks=all}, idempotent. */
    public KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** A consumer that commits itself. */
    public KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", platform.bootstrapServers());
        all.put("enable.auto.commit", false);
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A consumer at the end of a topic, in no group: it gets what is written from now on. */
    public KafkaConsumer<byte[], byte[]> tail(String topic) {
        KafkaConsumer<byte[], byte[]> consumer = consumer(Map.of());
        List<TopicPartition> partitions = partitions(consumer, topic);
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    public static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
    }

    /** A topic like those of the mesh, for a baseline. */
    public void createTopic(String name) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(PARTITIONS), Optional.of((short) 1))))
                    .all()
                    .get();
        }
    }

    @Override
    public void close() {
        platform.stop();
    }

    /** How long we wait for anything that should happen. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);
}
