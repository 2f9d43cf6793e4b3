package io.meshwork.benchmarks;

import io.meshwork.benchmarks.mesh.Drain;
import io.meshwork.benchmarks.mesh.MeasuredMesh;
import io.meshwork.benchmarks.mesh.Products;
import io.meshwork.benchmarks.mesh.Submission;
import io.meshwork.benchmarks.mesh.TopicEnd;
import io.meshwork.benchmarks.mesh.Wire;
import io.meshwork.events.ListingReason;
import io.meshwork.events.ProductListing;
import io.meshwork.events.ProductPublished;
import io.meshwork.local.MeshService;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** All at once many products are blocked, and ops have one Slack channel. */
final class AlertStorm {

    private static final String LISTING = MeasuredMesh.topic("product.listing");
    private static final String OPS_CHANNEL = "ops";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /**
     * What became of the alerts. One that waits counts only when it is filed under the incident of its product, says why it waits, and
     * the channel was told of the incident of its domain.
     */
    private static final String ACCOUNT = """
            select count(*), count(distinct n.product_id),
                count(*) filter (where n.state = 'sent'),
                count(*) filter (where n.state = 'suppressed' and n.reason is not null),
                count(*) filter (where n.state = 'waiting' and n.reason is not null and n.not_before is not null and exists (
                    select from incident d join incident_told t on t.incident = d.number
                    where d.subject = i.domain and d.product_id is null and d.state <> 'resolved' and t.channel = 'slack'))
            from notification n left join incident i on i.number = n.incident and i.product_id = n.product_id
            where n.subscription_id = 'ops' and n.kind = 'product_blocked'""";

    private final MeasuredMesh mesh;
    private final List<Submission> alerts;

    /** @param first number of the first product, which like all others was published before */
    AlertStorm(MeasuredMesh mesh, Products products, int first, int count) {
        this.mesh = mesh;
        Wire wire = mesh.wire();
        this.alerts = IntStream.range(first, first + count)
                .mapToObj(n -> blocked(products.published(n)))
                .map(listing -> new Submission(listing.getProductId(), wire.encode(LISTING, listing)))
                .toList();
    }

    /**
     * @param decided from the first send until the last alert was recorded and its update published
     * @param messages that the channel of ops received within the minute
     * @param firstMessage when the channel received the first
     */
    record Outcome(Drain decided, long messages, Duration firstMessage, Account account) {}

    /**
     * @param told by a message of their own, or within a digest
     * @param held under an incident of their domain that was told
     */
    record Account(long told, long suppressed, long held) {

        long sum() {
            return told + suppressed + held;
        }
    }

    Outcome rage() throws Exception {
        try (TopicEnd updates = new TopicEnd(mesh, MeasuredMesh.topic("product.updates"));
                KafkaProducer<byte[], byte[]> producer = mesh.producer()) {
            long before = updates.count();
            Instant begin = Instant.now();
            alerts.forEach(alert -> producer.send(new ProducerRecord<>(LISTING, alert.key(), alert.value())));
            Drain decided = Drain.watch(() -> updates.count() - before, 0, alerts.size(), "alerts");
            TimeUnit.NANOSECONDS.sleep(
                    Duration.between(Instant.now(), begin.plus(MINUTE)).toNanos());
            List<Duration> messages = messages(begin);
            if (messages.isEmpty()) {
                throw new WorkNotDoneException("Slack received nothing within a minute");
            }
            return new Outcome(decided, messages.size(), messages.getFirst(), settled());
        }
    }

    /** When they came, after the beginning. */
    private List<Duration> messages(Instant begin) {
        return mesh.platform().slack().messages().stream()
                .filter(message -> message.channel().equals(OPS_CHANNEL))
                .map(message -> Duration.between(begin, message.receivedAt()))
                .filter(after -> after.isPositive() && after.compareTo(MINUTE) < 0)
                .toList();
    }

    /** An alert that was looked at for the last time before its domain had an incident is looked at again. */
    private Account settled() throws Exception {
        long end = System.nanoTime() + MeasuredMesh.PATIENCE.toNanos();
        List<Long> numbers = numbers();
        while (account(numbers).sum() < alerts.size() && System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(1);
            numbers = numbers();
        }
        if (numbers.getFirst() != alerts.size()
                || numbers.get(1) != alerts.size()
                || account(numbers).sum() != alerts.size()) {
            throw new WorkNotDoneException("of " + alerts.size() + " alerts " + numbers.getFirst()
                    + " are recorded, of " + numbers.get(1) + " products: " + account(numbers));
        }
        return account(numbers);
    }

    private List<Long> numbers() throws Exception {
        return Numbers.of(mesh.platform().database(MeshService.NOTIFIER), ACCOUNT);
    }

    private static Account account(List<Long> numbers) {
        return new Account(numbers.get(2), numbers.get(3), numbers.get(4));
    }

    private static ProductListing blocked(ProductPublished product) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return ProductListing.newBuilder()
                .setProductId(product.getProductId())
                .setDomain(product.getDomain())
                .setName(product.getName())
                .setVersion(product.getVersion())
                .setType(product.getType())
                .setLifecycle(product.getLifecycle())
                .setOwnerTeam(product.getOwnerTeam())
                .setOwnerContact(product.getOwnerContact())
                .setState("blocked")
                .setReasons(List.of(new ListingReason(
                        "policy.violated",
                        "the product has no description",
                        "Describe in a sentence or two what the product is and what it is good for.")))
                .setCompliance("violated")
                .setQuality("passed")
                .setRevision(2)
                .setSubmittedAt(now)
                .setChangedAt(now)
                .build();
    }
}
