package io.meshwork.deadletters;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads dead-letter topics as they are now; belongs to no consumer group and commits nothing. For one thread. */
public final class Letters implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    /**
     * For more than there is. Only what is there is read; and a broker answers one request of a connection after the other, so that
     * the next topic would wait for the end of this one.
     */
    private static final int BROKER_WAITS_MILLIS = 20;

    /** Of a broker that has promised records and sends none. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;

    /** @param client properties of the connection, and how patient it is */
    public Letters(Map<String, ?> client) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, BROKER_WAITS_MILLIS);
        settings.putAll(client);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Every letter that is there when this is called, in order within a partition. */
    public void all(String topic, Consumer<Letter> each) {
        records(topic, record -> letter(record, each));
    }

    /** What was settled, by the letter's place; who did it first counts. */
    public Map<Position, Settled> settled(String topic) {
        Map<Position, Settled> found = new HashMap<>();
        records(
                topic,
                record -> Settled.from(record)
                        .filter(settled -> settled.isBelievable(record))
                        .ifPresent(settled -> found.putIfAbsent(settled.letter(), settled)));
        return found;
    }

    /** Those that stand at these positions; others are not reported. */
    public void at(String topic, Collection<Position> positions, Consumer<Letter> each) {
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

    /** The first position of a partition that its topic still keeps; empty when there is no such partition. */
    public Optional<Position> first(String topic, int partition) {
        var wanted = new TopicPartition(topic, partition);
        return partitions(topic).contains(wanted)
                ? Optional.of(new Position(
                        partition, consumer.beginningOffsets(List.of(wanted)).getOrDefault(wanted, 0L)))
                : Optional.empty();
    }

    /**
     * Reads one partition from a position on to its end as it is now, letters and what settles them, in order.
     *
     * @return false when the allowance was spent before the end
     * @throws TimeoutException when nothing came for as long as the allowance allows
     */
    public boolean read(
            String topic, Position from, Allowance allowance, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        var partition = new TopicPartition(topic, from.partition());
        List<TopicPartition> one = List.of(partition);
        long end = consumer.endOffsets(one).getOrDefault(partition, 0L);
        long begin = Math.max(from.offset(), consumer.beginningOffsets(one).getOrDefault(partition, 0L));
        if (begin >= end) {
            return true;
        }
        consumer.assign(one);
        consumer.seek(partition, begin);
        while (consumer.position(partition) < end) {
            if (allowance.isSpent()) {
                if (allowance.wasInVain()) {
                    throw new TimeoutException("no records in time");
                }
                return false;
            }
            for (var record : consumer.poll(allowance.atMost(POLL))) {
                if (record.offset() >= end) {
                    return true;
                }
                if (allowance.isSpent()) {
                    return false;
                }
                allowance.spend(size(record.key()) + size(record.value()));
                each.accept(record);
            }
        }
        return true;
    }

    private static long size(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static void letter(ConsumerRecord<byte[], byte[]> record, Consumer<Letter> each) {
        if (Settled.from(record).isEmpty()) {
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

    /** How many partitions the topic has, 0 when the broker has no such topic. */
    public int width(String topic) {
        return partitions(topic).size();
    }

    public boolean exists(String topic) {
        return width(topic) > 0;
    }

    /** Nothing is to be told to a broker that may be away. */
    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
