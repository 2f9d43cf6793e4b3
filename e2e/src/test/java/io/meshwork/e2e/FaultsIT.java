package io.meshwork.e2e;

import static io.meshwork.e2e.RunningMesh.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.PolicyChanged;
import io.meshwork.events.PolicyEvaluated;
import io.meshwork.events.PolicySubmitted;
import io.meshwork.events.ProductListing;
import io.meshwork.events.ProductPublished;
import io.meshwork.events.ProductRejected;
import io.meshwork.events.ProductSubmitted;
import io.meshwork.events.ProductUpdate;
import io.meshwork.events.QualityScored;
import io.meshwork.local.MeshService;
import io.meshwork.local.ServiceProcess;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * With two notifiers running, every service is killed, broker and database are restarted, all in the middle of the work: nothing is
 * lost, nothing is done twice. One fault follows the other while services still come back from those before.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class FaultsIT {

    private static final int SUBMISSIONS = Integer.getInteger("faults.submissions", 2000);
    private static final Duration RECOVERY = Duration.ofMinutes(5);

    /** Each is told of every publication, so that a notifier is killed in the middle of 5,000 requests for 1,000 submissions. */
    private static final List<String> HOOKS =
            IntStream.range(0, 5).mapToObj(i -> "load" + i).toList();

    private RunningMesh mesh;
    private WebhookReceiver receiver;
    private CompletableFuture<ServiceProcess> secondNotifier;
    private int sent;

    /** Something that goes wrong, and what grows when the work that it is meant to hit has begun. */
    private record Fault(String name, LongSupplier progress, Runnable strikes) {}

    @BeforeAll
    void startMesh() throws Exception {
        // a notifier that is killed has more to send again than it would have with less in a run
        mesh = RunningMesh.start(true, Map.of("mesh.webhooks.per-run", "100"));
        secondNotifier =
                CompletableFuture.supplyAsync(() -> mesh.platform.startService(MeshService.NOTIFIER, Map.of()));
        receiver = WebhookReceiver.start();
        for (var hook : HOOKS) {
            mesh.tellByWebhook(hook, "load.*", "published", receiver.url(hook));
        }
        Files.writeString(mesh.data.resolve("orders.csv"), Contracts.csv(100));
    }

    @AfterAll
    void stopMesh() {
        mesh.close();
        receiver.close();
    }

    @Test
    @Order(1)
    void whateverIsKilledEverySubmissionIsDecidedJudgedScoredAndToldOnce() {
        List<Fault> faults = List.of(
                new Fault("quality is killed", records("quality.scored"), () -> killAndLaunch(MeshService.QUALITY)),
                new Fault("policy is killed", records("policy.evaluated"), () -> killAndLaunch(MeshService.POLICY)),
                new Fault(
                        "the catalog is killed",
                        records("product.published"),
                        () -> killAndLaunch(MeshService.CATALOG)),
                new Fault("one of two notifiers is killed", receiver::count, () -> killAndLaunch(MeshService.NOTIFIER)),
                new Fault("the broker is killed", records("product.published"), this::killBrokerAndStart),
                new Fault("PostgreSQL is restarted", records("product.published"), mesh.platform::restartPostgres));

        for (int i = 0; i < faults.size(); i++) {
            strike(faults.get(i), SUBMISSIONS * (i + 1) / faults.size());
        }

        List<String> products = products(0, SUBMISSIONS);
        eventually(
                "every product has its final listing",
                () -> assertThat(finalListings()).containsOnlyKeys(products));
        eventually(
                "every publication was told to the consumers",
                () -> assertThat(tellings()).containsOnlyKeys(products));
        eventually(
                "every publication was told by every webhook",
                () -> assertThat(HOOKS)
                        .allSatisfy(
                                hook -> assertThat(receiver.idsByProduct(hook)).containsOnlyKeys(products)));
        eventually(
                "no service has anything left to do",
                () -> assertThat(mesh.unfinished()).isEmpty());

        var outcomes = Stream.concat(
                        mesh.read("product.published", ProductPublished.class).stream(),
                        mesh.read("product.rejected", ProductRejected.class).stream())
                .toList();
        assertThat(idsByProduct(outcomes)).satisfies(ids -> hasOneFor(ids, products));
        assertThat(idsByProduct(mesh.read("policy.evaluated", PolicyEvaluated.class)))
                .satisfies(ids -> hasOneFor(ids, products));
        assertThat(idsByProduct(mesh.read("quality.scored", QualityScored.class)))
                .satisfies(ids -> hasOneFor(ids, products));
        assertThat(tellings()).satisfies(ids -> hasOneFor(ids, products));
        HOOKS.forEach(hook -> hasOneFor(receiver.idsByProduct(hook), products));
        assertThat(finalListings().values())
                .allSatisfy(listing -> assertThat(listing.getState()).isEqualTo("listed"));
        for (MeshService service : MeshService.values()) {
            assertThat(mesh.readRaw(service.label() + ".dlt"))
                    .as("dead letters of " + service)
                    .isEmpty();
        }
    }

    /** With the products that were published before. */
    @Test
    @Order(2)
    void reevaluationThatIsKilledGoesOnAndJudgesEveryProductOnceByTheNewSet() {
        List<String> products = products(0, sent);
        long before = mesh.count("policy.evaluated");
        mesh.send(
                "policy.submitted",
                "slow",
                PolicySubmitted.newBuilder()
                        .setPolicyId("slow")
                        .setDocument(Contracts.slowPolicy("slow"))
                        .build());
        await("the first products are judged again")
                .atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> mesh.count("policy.evaluated") > before);

        killAndLaunch(MeshService.POLICY);

        assertThat(mesh.count("policy.evaluated") - before)
                .as("verdicts when it was killed")
                .isLessThan(products.size());
        eventually(
                "every product is judged by the new set",
                () -> assertThat(verdictsBySlowPolicy()).hasSizeGreaterThanOrEqualTo(products.size()));
        eventually(
                "no service has anything left to do",
                () -> assertThat(mesh.unfinished()).isEmpty());
        assertThat(idsByProduct(verdictsBySlowPolicy())).satisfies(ids -> hasOneFor(ids, products));
        assertThat(verdictsBySlowPolicy())
                .extracting(r -> r.value().getPolicySetRevision())
                .containsOnly(newestSet());
        assertThat(mesh.readRaw("policy.dlt")).isEmpty();
    }

    private List<ConsumerRecord<String, PolicyEvaluated>> verdictsBySlowPolicy() {
        return mesh.read("policy.evaluated", PolicyEvaluated.class).stream()
                .filter(r -> r.value().getViolations().stream()
                        .anyMatch(v -> v.getPolicyId().equals("slow")))
                .toList();
    }

    private long newestSet() {
        return mesh.read("policy.changed", PolicyChanged.class).stream()
                .mapToLong(r -> r.value().getPolicySetRevision())
                .max()
                .orElseThrow();
    }

    /** Sends the next submissions, and lets the fault strike as soon as some of them have got to where it hurts. */
    private void strike(Fault fault, int upTo) {
        long before = fault.progress().getAsLong();
        products(sent, upTo)
                .forEach(product -> mesh.send(
                        "product.submitted",
                        product,
                        ProductSubmitted.newBuilder()
                                .setDocument(
                                        Contracts.compliant("load", product.substring("load.".length()), "orders.csv"))
                                .build()));
        sent = upTo;
        secondNotifier.join();
        await("work before " + fault.name())
                .atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> fault.progress().getAsLong() > before);
        fault.strikes().run();
    }

    private LongSupplier records(String topic) {
        return () -> mesh.count(topic);
    }

    private void killAndLaunch(MeshService service) {
        ServiceProcess process = mesh.platform.serviceProcesses().stream()
                .filter(p -> p.name().equals(service.label()))
                .findFirst()
                .orElseThrow();
        process.kill();
        process.launch();
    }

    private void killBrokerAndStart() {
        mesh.platform.killBroker();
        mesh.platform.restartBroker();
    }

    private static void eventually(String what, ThrowingRunnable assertion) {
        await(what)
                .atMost(RECOVERY)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(assertion);
    }

    private static List<String> products(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "load.p" + i).toList();
    }

    private Map<String, ProductListing> finalListings() {
        Map<String, ProductListing> newest = new HashMap<>();
        mesh.read("product.listing", ProductListing.class)
                .forEach(r -> newest.merge(r.key(), r.value(), (a, b) -> b.getRevision() > a.getRevision() ? b : a));
        newest.values().removeIf(listing -> listing.getState().equals("pending"));
        return newest;
    }

    /** Product → ids of the feed records that tell of its publication. */
    private Map<String, Set<String>> tellings() {
        return idsByProduct(mesh.read("product.updates", ProductUpdate.class).stream()
                .filter(r -> r.value().getKind().equals("published"))
                .toList());
    }

    /** A record may be written twice by a crash; it then carries the same id. */
    private static void hasOneFor(Map<String, Set<String>> ids, List<String> products) {
        assertThat(ids).containsOnlyKeys(products);
        assertThat(ids)
                .allSatisfy(
                        (product, distinct) -> assertThat(distinct).as(product).hasSize(1));
    }

    private static Map<String, Set<String>> idsByProduct(
            List<? extends ConsumerRecord<String, ? extends SpecificRecord>> records) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        Collectors.mapping(r -> header(r, "ce_id"), Collectors.toCollection(HashSet::new))));
    }
}
