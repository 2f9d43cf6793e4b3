package io.meshwork.benchmarks;

import io.meshwork.benchmarks.mesh.MeasuredMesh;
import io.meshwork.benchmarks.mesh.Submission;
import io.meshwork.benchmarks.table.Spread;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends at a steady rate whatever becomes of it: each record counts from when it was due, not from when it was sent.
 *
 * @param rate records per second
 */
record OpenLoop(MeasuredMesh mesh, int rate) {

    /** @return when the first was due, by {@link System#nanoTime} */
    long send(String topic, List<Submission> records) {
        try (KafkaProducer<byte[], byte[]> producer = mesh.producer()) {
            producer.partitionsFor(topic);
            long begin = System.nanoTime();
            for (int i = 0; i < records.size(); i++) {
                long due = due(begin, i);
                for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                Submission next = records.get(i);
                producer.send(new ProducerRecord<>(topic, next.key(), next.value()));
            }
            return begin;
        }
    }

    /** @param arrivals by product, each of which was sent once */
    Spread spread(List<Submission> records, long begin, Map<String, Long> arrivals) {
        return spread(records.stream().map(Submission::productId).toList(), arrivals, begin);
    }

    /** @param names under which the arrivals of the records are found, in the order they were sent */
    Spread spread(List<String> names, Map<String, Long> arrivals, long begin) {
        return Spread.ofNanos(IntStream.range(0, names.size())
                .mapToLong(i -> Objects.requireNonNull(arrivals.get(names.get(i))) - due(begin, i))
                .toArray());
    }

    private long due(long begin, int index) {
        return begin + index * 1_000_000_000L / rate;
    }
}
