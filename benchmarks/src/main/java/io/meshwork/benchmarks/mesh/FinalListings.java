package io.meshwork.benchmarks.mesh;

import io.meshwork.events.ProductListing;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Notes when each product's first final listing arrives at a consumer, from now on. */
public final class FinalListings implements AutoCloseable {

    private static final String TOPIC = MeasuredMesh.topic("product.listing");

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Wire wire;
    private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean active = true;

    public FinalListings(MeasuredMesh mesh) {
        consumer = mesh.tail(TOPIC);
        wire = mesh.wire();
        thread = Thread.ofPlatform().name("final-listings").daemon().start(this::read);
    }

    private void read() {
        try (consumer) {
            while (active) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    long now = System.nanoTime();
                    ProductListing listing = wire.decode(TOPIC, record.value(), ProductListing.class);
                    if (!listing.getState().equals("pending")) {
                        arrivals.putIfAbsent(listing.getProductId(), now);
                    }
                });
            }
        }
    }

    /** Distinct products with a final listing. */
    public int count() {
        return arrivals.size();
    }

    /** {@link System#nanoTime} of the first final listing by product id. */
    public Map<String, Long> arrivals() {
        return Map.copyOf(arrivals);
    }

    @Override
    public void close() throws InterruptedException {
        active = false;
        thread.join();
    }
}
