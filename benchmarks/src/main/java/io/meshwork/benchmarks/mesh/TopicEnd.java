package io.meshwork.benchmarks.mesh;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Counts the records that were ever written to a topic, at next to no cost to the broker. For one thread. */
public final class TopicEnd implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    public TopicEnd(MeasuredMesh mesh, String topic) {
        consumer = mesh.consumer(Map.of());
        partitions = MeasuredMesh.partitions(consumer, topic);
    }

    public long count() {
        return consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
