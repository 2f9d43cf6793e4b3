package io.meshwork.e2e;

import static io.meshwork.e2e.RunningMesh.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.PolicyEvaluated;
import io.meshwork.events.ProductListing;
import io.meshwork.events.ProductPublished;
import io.meshwork.events.ProductRejected;
import io.meshwork.events.ProductSubmitted;
import io.meshwork.events.ProductUpdate;
import io.meshwork.events.QualityScored;
import io.meshwork.local.ServiceProcess;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every service is killed, broker and database are restarted, all in the middle of the work: nothing is lost, nothing is done twice. */
class FaultsIT {

    private static final int SUBMISSIONS = Integer.getInteger("faults.submissions", 2000);
    private static final Duration RECOVERY = Duration.ofMinutes(6);

    private RunningMesh mesh;

    @BeforeEach
    void startMesh() throws Exception {
        mesh = RunningMesh.start(true, Map.of());
    }

    @AfterEach
    void stopMesh() {
        mesh.close();
    }

    @Test
    void whateverIsKilledEverySubmissionIsDecidedJudgedScoredAndToldOnce() throws Exception {
        List<String> products =
                IntStream.range(0, SUBMISSIONS).mapToObj(i -> "load.p" + i).toList();
        Thread producer = Thread.ofPlatform().start(() -> submit(products));

        for (ServiceProcess service : mesh.platform.serviceProcesses()) {
            awaitProgress();
            service.kill();
            service.start();
        }
        mesh.platform.killBroker();
        mesh.platform.restartBroker();
        mesh.platform.restartPostgres();
        producer.join();

        await("every product has its final listing")
                .atMost(RECOVERY)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(finalListings()).hasSize(SUBMISSIONS));
        await("every publication was told to the consumers")
                .atMost(RECOVERY)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(tellings()).hasSize(SUBMISSIONS));

        var outcomes = Stream.concat(
                        mesh.read("product.published", ProductPublished.class).stream(),
                        mesh.read("product.rejected", ProductRejected.class).stream())
                .toList();
        assertOnePerProduct(outcomes, products);
        assertOnePerProduct(mesh.read("policy.evaluated", PolicyEvaluated.class), products);
        assertOnePerProduct(mesh.read("quality.scored", QualityScored.class), products);
        assertThat(tellings().values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        for (String service : List.of("catalog", "policy", "quality", "notifier")) {
            assertThat(mesh.readRaw(service + ".dlt"))
                    .as("dead letters of " + service)
                    .isEmpty();
        }
    }

    private void submit(List<String> products) {
        for (String product : products) {
            String name = product.substring("load.".length());
            mesh.send(
                    "product.submitted",
                    product,
                    ProductSubmitted.newBuilder()
                            .setDocument(Contracts.compliant("load", name))
                            .build());
        }
        mesh.flush();
    }

    /** Until something more was decided since now, so that the next kill hits work. */
    private void awaitProgress() {
        int before = mesh.readRaw("product.published").size();
        await("work goes on")
                .atMost(RECOVERY)
                .pollInterval(100, TimeUnit.MILLISECONDS)
                .until(() -> {
                    int now = mesh.readRaw("product.published").size();
                    return now > before || now >= SUBMISSIONS;
                });
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
    private static void assertOnePerProduct(
            List<? extends ConsumerRecord<String, ? extends SpecificRecord>> records, List<String> products) {
        Map<String, Set<String>> ids = idsByProduct(records);
        assertThat(ids.keySet()).containsExactlyInAnyOrderElementsOf(products);
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
