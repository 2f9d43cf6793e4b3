package io.meshwork.benchmarks;

import io.meshwork.benchmarks.mesh.Drain;
import io.meshwork.benchmarks.mesh.MeasuredMesh;
import io.meshwork.benchmarks.mesh.Products;
import io.meshwork.benchmarks.mesh.TopicEnd;
import io.meshwork.benchmarks.mesh.Wire;
import io.meshwork.benchmarks.table.Figure;
import io.meshwork.benchmarks.table.Report;
import io.meshwork.benchmarks.table.Spread;
import io.meshwork.events.ProductPublished;
import io.meshwork.local.MeshService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "notifier",
        description =
                "The notifier telling consumers, Slack and ops: how fast, how many at once, and what a storm of alerts comes to.")
final class NotifierBenchmark extends Measurement {

    private static final double GOAL_P50 = 40;
    private static final double GOAL_P99 = 250;
    private static final double GOAL_FAN_OUT_SECONDS = 2;
    private static final double GOAL_STORM_SECONDS = 60;
    private static final double GOAL_STORM_MESSAGES = 60;
    private static final double GOAL_FEED = 0.12;
    private static final int WARM_UP_SECONDS = 10;
    private static final String PUBLISHED = MeasuredMesh.topic("product.published");

    @Option(names = "--records", description = "Products that are timed on the feed; default ${DEFAULT-VALUE}.")
    private int records = 20_000;

    @Option(names = "--warm-up", description = "Products before that clock starts; default ${DEFAULT-VALUE}.")
    private int warmUp = 10_000;

    @Option(names = "--seconds", description = "How long latency is measured; default ${DEFAULT-VALUE}.")
    private int seconds = 15;

    @Option(names = "--rate", description = "Events per second meanwhile; default ${DEFAULT-VALUE}.")
    private int rate = 100;

    @Option(names = "--followers", description = "Subscriptions that hear of one event; default ${DEFAULT-VALUE}.")
    private int followers = 10_000;

    @Option(names = "--alerts", description = "Products that are blocked at once; default ${DEFAULT-VALUE}.")
    private int alerts = 10_000;

    private record Feed(Drain before, Drain notifier, Drain after) {

        double raw() {
            return Math.max(before.perSecond(), after.perSecond());
        }
    }

    private record Slack(Spread raw, Spread notifier) {}

    private record Followers(Spread raw, Spread notifier) {}

    @Override
    Report measure(Path folder) throws Exception {
        int total = warmUp + records;
        if (total < SlackLatency.CHANNELS + alerts || seconds * rate > SlackLatency.MOST) {
            throw new WorkNotDoneException(
                    "records and warm-up must be %d at least, seconds and rate at most %d messages"
                            .formatted(SlackLatency.CHANNELS + alerts, SlackLatency.MOST));
        }
        try (MeasuredMesh mesh = MeasuredMesh.start(folder, Set.of())) {
            Products products = new Products("told");
            Feed feed = feed(mesh, products, total);
            Slack slack = slack(mesh, products);
            Followers fanOut = fanOut(mesh);
            say("A storm of " + alerts + " alerts");
            return report(feed, slack, fanOut, new AlertStorm(mesh, products, SlackLatency.CHANNELS, alerts).rage());
        }
    }

    private Feed feed(MeasuredMesh mesh, Products products, int total) throws Exception {
        say("Publishing " + total + " products");
        publish(mesh, products, total);
        RawLoop raw = new RawLoop(mesh);
        say("Raw loop");
        Drain before = raw.drain("raw-before", warmUp, total);
        say("Notifier");
        Drain notifier = drain(mesh, total);
        say("Raw loop again");
        return new Feed(before, notifier, raw.drain("raw-after", warmUp, total));
    }

    private static void publish(MeasuredMesh mesh, Products products, int total) {
        Wire wire = mesh.wire();
        try (KafkaProducer<byte[], byte[]> producer = mesh.producer()) {
            for (int n = 0; n < total; n++) {
                ProductPublished product = products.published(n);
                producer.send(new ProducerRecord<>(
                        PUBLISHED,
                        product.getProductId().getBytes(StandardCharsets.UTF_8),
                        wire.encode(PUBLISHED, product)));
            }
        }
    }

    private Drain drain(MeasuredMesh mesh, int total) throws InterruptedException {
        try (TopicEnd updates = new TopicEnd(mesh, MeasuredMesh.topic("product.updates"))) {
            var unused = mesh.platform()
                    .startService(
                            MeshService.NOTIFIER,
                            SlackLatency.channels(mesh.platform().slack()));
            return Drain.watch(updates::count, warmUp, total, "updates");
        }
    }

    private Slack slack(MeasuredMesh mesh, Products products) throws Exception {
        SlackLatency latency = new SlackLatency(mesh, products, rate);
        latency.subscribe();
        say("Warming up");
        var unused = latency.throughNotifier(1, rate * WARM_UP_SECONDS);
        say("Raw round trip");
        Spread raw = latency.throughBroker(rate * seconds);
        say("Slack at " + rate + "/s");
        return new Slack(raw, latency.throughNotifier(100, rate * seconds));
    }

    private Followers fanOut(MeasuredMesh mesh) throws Exception {
        say("Subscribing " + followers);
        FanOut fanOut = new FanOut(mesh, followers);
        fanOut.subscribe();
        say("Fan-out");
        return new Followers(fanOut.throughBroker(), fanOut.throughNotifier());
    }

    private Report report(Feed feed, Slack slack, Followers fanOut, AlertStorm.Outcome storm) {
        double stormSeconds = storm.decided().time().toNanos() / 1e9;
        return new Report(
                "notifier: %d subscriptions in Slack at %d/s for %d s, one event for %d followers, %d alerts at once, %d products on the feed"
                        .formatted(SlackLatency.CHANNELS, rate, seconds, followers, alerts, records),
                "kafka-clients: the same records produced and consumed (latency), as many delivery records (fan-out),"
                        + " consume, decode, encode, produce and commit (feed, storm)",
                List.of(
                        latency("event to Slack, p50", 0.5, slack).below(GOAL_P50),
                        latency("event to Slack, p99", 0.99, slack).below(GOAL_P99),
                        latency("event to Slack, max", 1, slack).withoutGoal(),
                        fanOut("median", 0.5, fanOut).below(GOAL_FAN_OUT_SECONDS),
                        fanOut("slowest", 1, fanOut).below(GOAL_FAN_OUT_SECONDS),
                        Figure.of(alerts + " alerts recorded and published", "%.1f s", stormSeconds)
                                .against(alerts / feed.raw())
                                .below(GOAL_STORM_SECONDS),
                        Figure.of("messages to the channel of ops within a minute", "%.0f", storm.messages())
                                .against(alerts)
                                .atMost(GOAL_STORM_MESSAGES),
                        Figure.of(
                                        "products told on the feed",
                                        "%.0f/s",
                                        feed.notifier().perSecond())
                                .against(feed.raw())
                                .ratioAtLeast(GOAL_FEED)),
                remarks(feed, storm));
    }

    private static Figure.Against latency(String name, double share, Slack slack) {
        return Figure.of(name, "%.1f ms", slack.notifier().quantile(share))
                .against(slack.raw().quantile(share));
    }

    private Figure.Against fanOut(String name, double share, Followers fanOut) {
        return Figure.of(
                        "one event to " + followers + " followers, " + name,
                        "%.2f s",
                        fanOut.notifier().quantile(share) / 1e3)
                .against(fanOut.raw().quantile(share) / 1e3);
    }

    private List<String> remarks(Feed feed, AlertStorm.Outcome storm) {
        AlertStorm.Account account = storm.account();
        return List.of(
                "Latency is an open loop: each event counts from when it was due; every message arrived, each in a channel of its own.",
                "Followers are subscribed to the feed: until a consumer has the last of their delivery records; a row for each is stored.",
                ("Of %d alerts %d were told, %d suppressed with a reason, and %d wait with a reason under an incident of their domain"
                                + " that was told; the first message came after %.1f s. The baseline is a message for each.")
                        .formatted(
                                alerts,
                                account.told(),
                                account.suppressed(),
                                account.held(),
                                storm.firstMessage().toMillis() / 1e3),
                "The raw loop ran before (%.0f/s) and after (%.0f/s) the notifier; the faster one is the baseline."
                        .formatted(feed.before().perSecond(), feed.after().perSecond()));
    }
}
