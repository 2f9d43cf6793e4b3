package io.meshwork.local.demo;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics as any consumer could: with Kafka's client and Confluent's deserializer, from the beginning, in no group. */
final class TopicWatch implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
    private final Consumer<SpecificRecord> listener;
    private final Thread thread;
    private volatile boolean active = true;

    private TopicWatch(String bootstrapServers, URI registry, List<String> topics, Consumer<SpecificRecord> listener) {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.DEFAULT_TRUSTED_CLASSES,
                type -> type.getName().startsWith("io.meshwork.events.")));
        this.listener = listener;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "fetch.max.wait.ms", 20),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        deserializer.configure(Map.of("schema.registry.url", registry.toString(), "specific.avro.reader", true), false);
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        this.thread = Thread.ofPlatform().name("demo-watch").daemon().unstarted(this::read);
    }

    static TopicWatch start(
            String bootstrapServers, URI registry, List<String> topics, Consumer<SpecificRecord> listener) {
        TopicWatch watch = new TopicWatch(bootstrapServers, registry, topics, listener);
        watch.thread.start();
        return watch;
    }

    private void read() {
        while (active) {
            consumer.poll(POLL).forEach(record -> {
                if (record.value() != null
                        && deserializer.deserialize(record.topic(), record.value()) instanceof SpecificRecord value) {
                    listener.accept(value);
                }
            });
        }
        consumer.close();
    }

    @Override
    public void close() {
        active = false;
    }
}
