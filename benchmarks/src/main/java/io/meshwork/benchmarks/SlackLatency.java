package io.meshwork.benchmarks;

import io.meshwork.benchmarks.mesh.Drain;
import io.meshwork.benchmarks.mesh.MeasuredMesh;
import io.meshwork.benchmarks.mesh.Products;
import io.meshwork.benchmarks.mesh.Submission;
import io.meshwork.benchmarks.mesh.Wire;
import io.meshwork.benchmarks.table.Spread;
import io.meshwork.events.ProductPublished;
import io.meshwork.local.slack.SlackStandIn;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * New versions of many products, each followed by one subscription with a Slack channel of its own: they come round so slowly that
 * Slack's pace of a message per second and channel holds none of them.
 */
final class SlackLatency {

    static final int CHANNELS = 1_000;

    /** The stand-in keeps so many. */
    static final int MOST = 2_000;

    private static final String PUBLISHED = MeasuredMesh.topic("product.published");

    private final MeasuredMesh mesh;
    private final Products products;
    private final OpenLoop loop;

    SlackLatency(MeasuredMesh mesh, Products products, int rate) {
        this.mesh = mesh;
        this.products = products;
        this.loop = new OpenLoop(mesh, rate);
    }

    /** The stand-in refuses what comes too fast, as Slack does. */
    static Map<String, String> channels(SlackStandIn slack) {
        Map<String, String> settings = new HashMap<>();
        settings.put("mesh.slack.webhook-url", strict(slack.webhook()));
        for (int n = 0; n < CHANNELS; n++) {
            settings.put(
                    "mesh.slack.webhooks." + channel(n), strict(slack.url().resolve("/services/local/" + channel(n))));
        }
        return settings;
    }

    private static String strict(URI webhook) {
        return webhook + "?strict";
    }

    private static String channel(int number) {
        return "c" + number % CHANNELS;
    }

    void subscribe() throws InterruptedException {
        Subscribers.subscribe(
                mesh,
                IntStream.range(0, CHANNELS)
                        .mapToObj(n -> Subscribers.toPublications(
                                        "slack-" + n, products.published(n).getProductId())
                                .setChannel("slack")
                                .setTarget(channel(n))
                                .build())
                        .toList());
    }

    /** @param name as the message names what was published: product and version */
    private record Publication(String name, Submission record) {}

    /** @param minor of the first versions, above that of all before */
    private List<Publication> publications(int minor, int count) {
        Wire wire = mesh.wire();
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    int version = minor + i / CHANNELS;
                    ProductPublished published = ProductPublished.newBuilder(products.published(i % CHANNELS))
                            .setVersion("1." + version + ".0")
                            .setRevision(1 + version)
                            .build();
                    return new Publication(
                            published.getProductId() + " " + published.getVersion(),
                            new Submission(published.getProductId(), wire.encode(PUBLISHED, published)));
                })
                .toList();
    }

    private static List<Submission> records(List<Publication> publications) {
        return publications.stream().map(Publication::record).toList();
    }

    /** From when each was due to be sent until the stand-in received the message. */
    Spread throughNotifier(int minor, int count) throws InterruptedException {
        List<Publication> publications = publications(minor, count);
        Instant wall = Instant.now();
        long nanos = System.nanoTime();
        long begin = loop.send(PUBLISHED, records(publications));
        List<String> names = publications.stream().map(Publication::name).toList();
        var unused =
                Drain.watch(() -> received(wall, nanos).keySet().containsAll(names) ? 1 : 0, 0, 1, "rounds in Slack");
        return loop.spread(names, received(wall, nanos), begin);
    }

    /** When it was received by product and version; the first word of a message is a sign. */
    private Map<String, Long> received(Instant wall, long nanos) {
        Map<String, Long> received = new HashMap<>();
        for (var message : mesh.platform().slack().messages()) {
            String[] words = message.text().split(" ", 4);
            received.putIfAbsent(
                    words[1] + " " + words[2],
                    nanos + Duration.between(wall, message.receivedAt()).toNanos());
        }
        return received;
    }

    /** The same records, once round. */
    Spread throughBroker(int count) throws Exception {
        List<Submission> records = records(publications(0, Math.min(count, CHANNELS)));
        try (Arrivals raw = Arrivals.raw(mesh, "raw")) {
            long begin = loop.send("raw", records);
            var unused = Drain.watch(raw::count, 0, records.size(), "raw records");
            return loop.spread(records, begin, raw.arrivals());
        }
    }
}
