package io.meshwork.benchmarks;

import io.meshwork.benchmarks.mesh.Drain;
import io.meshwork.benchmarks.mesh.MeasuredMesh;
import io.meshwork.benchmarks.mesh.Products;
import io.meshwork.benchmarks.mesh.Wire;
import io.meshwork.benchmarks.table.Spread;
import io.meshwork.events.NotificationDelivery;
import io.meshwork.events.ProductPublished;
import io.meshwork.local.MeshService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One event that many subscriptions on the feed are to hear of. */
final class FanOut {

    private static final String FOLLOWER = "follower-";
    private static final String PUBLISHED = MeasuredMesh.topic("product.published");
    private static final String DELIVERY = MeasuredMesh.topic("notification.delivery");
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;

    private final MeasuredMesh mesh;
    private final int followers;
    private final ProductPublished product = new Products("fanned").published(1);

    FanOut(MeasuredMesh mesh, int followers) {
        this.mesh = mesh;
        this.followers = followers;
    }

    void subscribe() throws InterruptedException {
        Subscribers.subscribe(
                mesh,
                IntStream.range(0, followers)
                        .mapToObj(n -> Subscribers.toPublications(FOLLOWER + n, product.getProductId())
                                .setChannel("feed")
                                .build())
                        .toList());
    }

    /** From sending the event until the last of the followers' delivery records is at a consumer. */
    Spread throughNotifier() throws Exception {
        long[] nanos = new long[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long taken = publish(round + WARM_UP);
            if (round >= 0) {
                nanos[round] = taken;
            }
        }
        verify();
        return Spread.ofNanos(nanos);
    }

    private long publish(int minor) throws InterruptedException {
        byte[] value = mesh.wire()
                .encode(
                        PUBLISHED,
                        ProductPublished.newBuilder(product)
                                .setVersion("1." + minor + ".0")
                                .setRevision(1 + minor)
                                .build());
        try (Arrivals deliveries = new Arrivals(mesh, DELIVERY);
                KafkaProducer<byte[], byte[]> producer = mesh.producer()) {
            producer.partitionsFor(PUBLISHED);
            long begin = System.nanoTime();
            producer.send(
                    new ProducerRecord<>(PUBLISHED, product.getProductId().getBytes(StandardCharsets.UTF_8), value));
            var unused = Drain.watch(() -> deliveries.count(FOLLOWER), 0, followers, "delivery records");
            return Collections.max(deliveries.arrivals().values()) - begin;
        }
    }

    private void verify() throws Exception {
        long told = Numbers.of(
                        mesh.platform().database(MeshService.NOTIFIER),
                        "select count(*) from notification where subscription_id like '" + FOLLOWER
                                + "%' and state = 'sent'")
                .getFirst();
        long all = (long) followers * (WARM_UP + ROUNDS);
        if (told != all) {
            throw new WorkNotDoneException(told + " notifications of followers are recorded, " + all + " should be");
        }
    }

    /** As many records like theirs encoded, sent and received, by clients that do nothing else. */
    Spread throughBroker() throws Exception {
        long[] nanos = new long[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long taken = send("raw-fan-out-" + (round + WARM_UP));
            if (round >= 0) {
                nanos[round] = taken;
            }
        }
        return Spread.ofNanos(nanos);
    }

    private long send(String topic) throws Exception {
        Wire wire = mesh.wire();
        wire.encode(DELIVERY, delivery(FOLLOWER));
        try (Arrivals arrivals = Arrivals.raw(mesh, topic);
                KafkaProducer<byte[], byte[]> producer = mesh.producer()) {
            producer.partitionsFor(topic);
            long begin = System.nanoTime();
            for (int n = 0; n < followers; n++) {
                String id = FOLLOWER + n;
                producer.send(new ProducerRecord<>(
                        topic, id.getBytes(StandardCharsets.UTF_8), wire.encode(DELIVERY, delivery(id))));
            }
            var unused = Drain.watch(arrivals::count, 0, followers, "raw delivery records");
            return Collections.max(arrivals.arrivals().values()) - begin;
        }
    }

    private NotificationDelivery delivery(String subscription) {
        return NotificationDelivery.newBuilder()
                .setNotificationId(UUID.randomUUID())
                .setSubscriptionId(subscription)
                .setEventId(UUID.randomUUID())
                .setProductId(product.getProductId())
                .setChannel("feed")
                .setState("sent")
                .setAttempts(1)
                .setSettledAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
                .build();
    }
}
