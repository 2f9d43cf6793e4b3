package io.meshwork.benchmarks;

import io.meshwork.benchmarks.mesh.MeasuredMesh;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Notes when each record arrives that went nowhere but through the broker. */
final class RawRoundTrip implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean active = true;

    RawRoundTrip(MeasuredMesh mesh, String topic) throws Exception {
        mesh.createTopic(topic);
        consumer = mesh.tail(topic);
        thread = Thread.ofPlatform().name("raw-round-trip").daemon().start(this::read);
    }

    private void read() {
        try (consumer) {
            while (active) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> arrivals.putIfAbsent(
                                new String(record.key(), StandardCharsets.UTF_8), System.nanoTime()));
            }
        }
    }

    int count() {
        return arrivals.size();
    }

    Map<String, Long> arrivals() {
        return Map.copyOf(arrivals);
    }

    @Override
    public void close() throws InterruptedException {
        active = false;
        thread.join();
    }
}
