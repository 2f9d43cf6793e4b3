package io.meshwork.cli.dlt;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads dead-letter topics as they are now; belongs to no consumer group and commits nothing. */
final class Letters implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    /** Of a broker that has promised records and sends none. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;

    Letters(Map<String, String> client) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        settings.putAll(client);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Every letter that is there when this is called, in order within a partition. */
    void all(String topic, Consumer<Letter> each) {
        records(topic, record -> letter(record, each));
    }

    /** What was discarded, by the letter's place; who discarded it first counts. */
    Map<Position, Discard> discards(String topic) {
        Map<Position, Discard> found = new HashMap<>();
        records(
                topic,
                record -> Discard.from(record).ifPresent(discard -> {
                    if (discard.letter().partition() == record.partition()
                            && discard.letter().offset() < record.offset()) {
                        found.putIfAbsent(discard.letter(), discard);
                    }
                }));
        return found;
    }

    private static void letter(ConsumerRecord<byte[], byte[]> record, Consumer<Letter> each) {
        if (Discard.from(record).isEmpty()) {
            each.accept(new Letter(record));
        }
    }

    private void records(String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        List<TopicPartition> partitions = partitions(topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        read(ends, each);
    }

    /** Those that stand at these positions; others are not reported. */
    void at(String topic, Collection<Position> positions, Consumer<Letter> each) {
        List<TopicPartition> partitions = partitions(topic);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        for (Position position : positions) {
            var partition = new TopicPartition(topic, position.partition());
            if (position.offset() >= begins.getOrDefault(partition, Long.MAX_VALUE)
                    && position.offset() < ends.getOrDefault(partition, 0L)) {
                consumer.assign(List.of(partition));
                consumer.seek(partition, position.offset());
                read(Map.of(partition, position.offset() + 1), record -> letter(record, each));
            }
        }
    }

    private void read(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        long lastNews = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                lastNews = System.nanoTime();
            } else if (System.nanoTime() - lastNews > PATIENCE.toNanos()) {
                throw new TimeoutException("no records within " + PATIENCE.toSeconds() + " s");
            }
            for (var record : records) {
                if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    each.accept(record);
                }
            }
        }
    }

    /** Empty when the broker has no such topic. */
    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    boolean exists(String topic) {
        return !partitions(topic).isEmpty();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
