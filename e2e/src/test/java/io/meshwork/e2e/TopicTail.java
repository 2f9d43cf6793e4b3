package io.meshwork.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/** Every record of a topic from its beginning; each is read and decoded once, however often a test looks. */
final class TopicTail implements AutoCloseable {

    private final Consumer<byte[], byte[]> consumer;
    private final Deserializer<Object> deserializer;
    private final List<ConsumerRecord<byte[], byte[]>> raw = new ArrayList<>();
    private final List<ConsumerRecord<String, SpecificRecord>> decoded = new ArrayList<>();
    private int looked;

    TopicTail(
            Consumer<byte[], byte[]> consumer,
            Collection<TopicPartition> partitions,
            Deserializer<Object> deserializer) {
        this.consumer = consumer;
        this.deserializer = deserializer;
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads on to these ends. */
    synchronized List<ConsumerRecord<byte[], byte[]>> raw(Map<TopicPartition, Long> ends) {
        while (ends.keySet().stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
            consumer.poll(Duration.ofMillis(100)).forEach(raw::add);
        }
        return List.copyOf(raw);
    }

    /** Reads on to these ends; without what is not in wire format. */
    synchronized List<ConsumerRecord<String, SpecificRecord>> decoded(
            Map<TopicPartition, Long> ends, Class<? extends SpecificRecord> type) {
        List<ConsumerRecord<byte[], byte[]>> records = raw(ends);
        for (; looked < records.size(); looked++) {
            ConsumerRecord<byte[], byte[]> r = records.get(looked);
            if (r.value() == null || r.value()[0] == 0) {
                decoded.add(decode(r, type));
            }
        }
        return List.copyOf(decoded);
    }

    private ConsumerRecord<String, SpecificRecord> decode(
            ConsumerRecord<byte[], byte[]> r, Class<? extends SpecificRecord> type) {
        return new ConsumerRecord<>(
                r.topic(),
                r.partition(),
                r.offset(),
                r.timestamp(),
                r.timestampType(),
                r.serializedKeySize(),
                r.serializedValueSize(),
                new String(r.key(), StandardCharsets.UTF_8),
                r.value() == null ? null : type.cast(deserializer.deserialize(r.topic(), r.value())),
                r.headers(),
                r.leaderEpoch());
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
