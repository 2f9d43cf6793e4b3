package io.meshwork.benchmarks;

import io.meshwork.benchmarks.mesh.MeasuredMesh;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Notes when the first record of each key arrives at a consumer, from now on. */
final class Arrivals implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean active = true;

    /** Of records that go nowhere but through the broker. */
    static Arrivals raw(MeasuredMesh mesh, String topic) throws Exception {
        mesh.createTopic(topic);
        return new Arrivals(mesh, topic);
    }

    Arrivals(MeasuredMesh mesh, String topic) {
        consumer = mesh.tail(topic);
        thread = Thread.ofPlatform().name("arrivals").daemon().start(this::read);
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

    /** Keys that begin so. */
    long count(String prefix) {
        return arrivals.keySet().stream().filter(key -> key.startsWith(prefix)).count();
    }

    /** {@link System#nanoTime} by key. */
    Map<String, Long> arrivals() {
        return Map.copyOf(arrivals);
    }

    @Override
    public void close() throws InterruptedException {
        active = false;
        thread.join();
    }
}
