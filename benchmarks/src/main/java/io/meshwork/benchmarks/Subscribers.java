package io.meshwork.benchmarks;

import io.meshwork.benchmarks.mesh.Drain;
import io.meshwork.benchmarks.mesh.MeasuredMesh;
import io.meshwork.benchmarks.mesh.TopicEnd;
import io.meshwork.benchmarks.mesh.Wire;
import io.meshwork.events.SubscriptionSubmitted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Subscribes by the topic, as any program may, and waits until all are in force. */
final class Subscribers {

    private static final String SUBMITTED = MeasuredMesh.topic("subscription.submitted");

    private Subscribers() {}

    /** To what is published of one product. */
    static SubscriptionSubmitted.Builder toPublications(String id, String product) {
        return SubscriptionSubmitted.newBuilder()
                .setSubscriptionId(id)
                .setSubscriber("team-" + id)
                .setProducts(List.of(product))
                .setEventTypes(List.of("published"));
    }

    /** New ones; nobody else may subscribe meanwhile. */
    static void subscribe(MeasuredMesh mesh, List<SubscriptionSubmitted> requests) throws InterruptedException {
        Wire wire = mesh.wire();
        try (TopicEnd changed = new TopicEnd(mesh, MeasuredMesh.topic("subscription.changed"));
                KafkaProducer<byte[], byte[]> producer = mesh.producer()) {
            long before = changed.count();
            requests.forEach(request -> producer.send(new ProducerRecord<>(
                    SUBMITTED,
                    request.getSubscriptionId().getBytes(StandardCharsets.UTF_8),
                    wire.encode(SUBMITTED, request))));
            var unused = Drain.watch(() -> changed.count() - before, 0, requests.size(), "subscriptions");
        }
    }
}
