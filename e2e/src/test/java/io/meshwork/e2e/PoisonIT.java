package io.meshwork.e2e;

import static io.meshwork.e2e.RunningMesh.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.AccessDecided;
import io.meshwork.events.AccessRequested;
import io.meshwork.events.DomainChanged;
import io.meshwork.events.DomainSubmitted;
import io.meshwork.events.LineageSubmitted;
import io.meshwork.events.PolicyEvaluated;
import io.meshwork.events.PolicySubmitted;
import io.meshwork.events.ProductListing;
import io.meshwork.events.ProductPublished;
import io.meshwork.events.ProductRefreshed;
import io.meshwork.events.ProductRejected;
import io.meshwork.events.ProductSubmitted;
import io.meshwork.events.ProductUpdate;
import io.meshwork.events.ProductVersionChanged;
import io.meshwork.events.QualityScored;
import io.meshwork.events.SilenceChanged;
import io.meshwork.events.SilenceSubmitted;
import io.meshwork.events.SliReported;
import io.meshwork.events.SubscriptionChanged;
import io.meshwork.events.SubscriptionSubmitted;
import io.meshwork.events.TemplateChanged;
import io.meshwork.events.TemplateSubmitted;
import io.meshwork.events.WaiverChanged;
import io.meshwork.events.WaiverSubmitted;
import io.meshwork.events.WaiverTerms;
import io.meshwork.local.MeshService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On every input topic one record in a hundred is rubbish; the others must not notice, and none of the rubbish may be lost. */
class PoisonIT {

    private static final int RECORDS = 1_000;
    private static final int POISON = RECORDS / 100;
    private static final int HEALTHY = RECORDS - POISON;

    private static final Map<String, List<String>> READERS = Map.ofEntries(
            Map.entry("product.submitted", List.of("catalog")),
            Map.entry("product.published", List.of("policy", "quality", "notifier")),
            Map.entry("product.rejected", List.of("notifier")),
            Map.entry("product.listing", List.of("notifier")),
            Map.entry("product.version-changed", List.of("quality", "notifier")),
            Map.entry("domain.submitted", List.of("catalog")),
            Map.entry("template.submitted", List.of("catalog")),
            Map.entry("lineage.submitted", List.of("catalog")),
            Map.entry("product.refreshed", List.of("catalog", "quality")),
            Map.entry("policy.submitted", List.of("policy")),
            Map.entry("policy.evaluated", List.of("catalog", "notifier")),
            Map.entry("waiver.submitted", List.of("policy")),
            Map.entry("waiver.changed", List.of("notifier")),
            Map.entry("access.requested", List.of("policy")),
            Map.entry("access.decided", List.of("notifier")),
            Map.entry("quality.scored", List.of("catalog", "policy", "notifier")),
            Map.entry("sli.reported", List.of("quality")),
            Map.entry("slo.status-changed", List.of("notifier")),
            Map.entry("subscription.submitted", List.of("notifier")),
            Map.entry("incident.submitted", List.of("notifier")),
            Map.entry("silence.submitted", List.of("notifier")));

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static RunningMesh mesh;

    @BeforeAll
    static void startMesh() throws Exception {
        mesh = RunningMesh.start(false, Map.of());
    }

    @AfterAll
    static void stopMesh() {
        mesh.close();
    }

    @Test
    void everyHealthyRecordIsHandledAndEveryRottenOneIsKeptWithAReason() {
        poisonFactTopics();
        send("product.submitted", "poison.p", PoisonIT::submission);
        send("product.refreshed", "poison.p", PoisonIT::refresh);
        send("sli.reported", "poison.p", PoisonIT::measurement);
        send("product.version-changed", "poison.p", PoisonIT::ending);
        send("domain.submitted", "poison-d", PoisonIT::description);
        send("template.submitted", "poison-t", PoisonIT::template);
        send("lineage.submitted", "poison-r", PoisonIT::report);
        send("policy.submitted", "asked-again-", PoisonIT::policy);
        send("waiver.submitted", "poison-w", PoisonIT::waiver);
        send("access.requested", "poison.p", PoisonIT::question);
        send("subscription.submitted", "poison-s", PoisonIT::subscription);
        send("silence.submitted", "poison-q", PoisonIT::silence);
        for (int i = 0; i < HEALTHY; i++) {
            mesh.send("product.submitted", "poison.bad" + i, document("kind: Nothing"));
        }
        mesh.flush();

        eventually(() -> assertThat(mesh.unfinished()).isEmpty());
        assertThat(keys("product.published", ProductPublished.class)).hasSize(HEALTHY);
        assertThat(keys("product.rejected", ProductRejected.class)).hasSize(HEALTHY);
        assertThat(keys("policy.evaluated", PolicyEvaluated.class)).hasSize(HEALTHY);
        assertThat(keys("quality.scored", QualityScored.class)).hasSize(HEALTHY);
        assertThat(keys("product.listing", ProductListing.class)).hasSize(HEALTHY);
        assertThat(keys("subscription.changed", SubscriptionChanged.class))
                .filteredOn(id -> id.startsWith("poison-"))
                .hasSize(HEALTHY);
        assertThat(keys("silence.changed", SilenceChanged.class)).hasSize(HEALTHY);
        assertThat(keys("domain.changed", DomainChanged.class))
                .filteredOn(name -> name.startsWith("poison-d"))
                .hasSize(HEALTHY);
        assertThat(keys("template.changed", TemplateChanged.class)).hasSize(HEALTHY);
        assertThat(keys("waiver.changed", WaiverChanged.class)).hasSize(HEALTHY);
        assertThat(keys("access.decided", AccessDecided.class)).hasSize(HEALTHY);
        assertThat(mesh.read("product.updates", ProductUpdate.class).stream()
                        .filter(update -> update.value().getKind().equals("version_retired")))
                .hasSize(HEALTHY);
        READERS.forEach((topic, services) -> services.forEach(service -> assertThat(letters(service, topic))
                .as("dead letters of %s from %s", service, topic)
                .hasSize(POISON)
                .allSatisfy(
                        letter -> assertThat(header(letter, "mesh-dlt-reason")).contains("not a readable record"))));
        for (MeshService service : MeshService.values()) {
            assertThat(mesh.readRaw(service.label() + ".dlt"))
                    .as("dead letters of " + service)
                    .hasSize(POISON
                            * (int) READERS.values().stream()
                                    .filter(readers -> readers.contains(service.label()))
                                    .count());
        }
    }

    /** Their healthy records are written by the mesh itself, or, on incident.submitted, name what nobody can number beforehand. */
    private static void poisonFactTopics() {
        for (String topic : List.of(
                "product.published",
                "product.rejected",
                "product.listing",
                "policy.evaluated",
                "quality.scored",
                "slo.status-changed",
                "waiver.changed",
                "access.decided",
                "incident.submitted")) {
            for (int i = 0; i < POISON; i++) {
                mesh.sendRaw(topic, "poison.p" + i, rubbish(i));
            }
        }
    }

    private static void send(String topic, String keyPrefix, IntFunction<SpecificRecord> healthy) {
        for (int i = 0; i < RECORDS; i++) {
            if (i % 100 == 50) {
                mesh.sendRaw(topic, keyPrefix + i, rubbish(i));
            } else {
                SpecificRecord value = healthy.apply(i);
                mesh.send(topic, value instanceof PolicySubmitted p ? p.getPolicyId() : keyPrefix + i, value);
            }
        }
    }

    private static SpecificRecord submission(int i) {
        return document(Contracts.compliant("poison", "p" + i));
    }

    private static SpecificRecord document(String text) {
        return ProductSubmitted.newBuilder().setDocument(text).build();
    }

    /** Just now, so that no promise of fresh data is broken. */
    private static SpecificRecord refresh(int i) {
        return ProductRefreshed.newBuilder()
                .setProductId("poison.p" + i)
                .setRefreshedAt(Instant.now())
                .build();
    }

    private static SpecificRecord ending(int i) {
        return ProductVersionChanged.newBuilder()
                .setProductId("poison.p" + i)
                .setVersion("0.9.0")
                .setChange("retired")
                .setStage("retired")
                .setReason("Its sunset has come.")
                .setRevision(1)
                .setChangedAt(NOON)
                .build();
    }

    private static SpecificRecord description(int i) {
        String name = "poison-d" + i;
        return DomainSubmitted.newBuilder()
                .setDomain(name)
                .setDocument(Contracts.domain(name))
                .build();
    }

    private static SpecificRecord template(int i) {
        String name = "poison-t" + i;
        return TemplateSubmitted.newBuilder()
                .setTemplate(name)
                .setVersion("1.0.0")
                .setDocument("""
                        kind: ContractTemplate
                        apiVersion: meshwork.io/v1
                        name: %s
                        version: 1.0.0
                        domain: poison
                        description: Nothing to ask for
                        contract: {kind: DataContract}
                        """.formatted(name))
                .build();
    }

    private static SpecificRecord report(int i) {
        return LineageSubmitted.newBuilder().setEvent("""
                        {"eventTime": "2026-01-01T12:00:00Z", "job": {"namespace": "poison", "name": "job-%1$d"},
                         "inputs": [{"namespace": "s3://poison", "name": "in-%1$d"}],
                         "outputs": [{"namespace": "s3://poison", "name": "out-%1$d"}]}
                        """.formatted(i)).build();
    }

    private static SpecificRecord measurement(int i) {
        return SliReported.newBuilder()
                .setProductId("poison.p" + i)
                .setIndicator("availability")
                .setWindowStart(NOON)
                .setWindowEnd(NOON.plusSeconds(60))
                .setGood(99)
                .setTotal(100)
                .build();
    }

    /** The same one again and again: a new policy would have every product judged anew. */
    private static SpecificRecord policy(int i) {
        return PolicySubmitted.newBuilder()
                .setPolicyId("has-a-name")
                .setDocument(Contracts.POLICY)
                .build();
    }

    /** Of a product that nobody published, so that nothing is judged anew. */
    private static SpecificRecord waiver(int i) {
        return WaiverSubmitted.newBuilder()
                .setWaiverId("poison-w" + i)
                .setWaiver(WaiverTerms.newBuilder()
                        .setPolicyId("owner-contact")
                        .setSubject("nobody.knows-it")
                        .setReason("Poison is looked for.")
                        .setOwner("poison-team")
                        .setEndsAt(Instant.now().plus(Duration.ofDays(30)))
                        .build())
                .build();
    }

    private static SpecificRecord question(int i) {
        return AccessRequested.newBuilder()
                .setProductId("poison.p" + i)
                .setPurpose("Poison is looked for.")
                .build();
    }

    private static SpecificRecord subscription(int i) {
        return SubscriptionSubmitted.newBuilder()
                .setSubscriptionId("poison-s" + i)
                .setSubscriber("team-" + i)
                .setProducts(List.of("nobody.knows-it"))
                .setChannel("feed")
                .build();
    }

    /** Of products that nobody published. */
    private static SpecificRecord silence(int i) {
        return SilenceSubmitted.newBuilder()
                .setSilenceId("poison-q" + i)
                .setProducts(List.of("nobody.knows-it"))
                .setFrom(Instant.now().plus(Duration.ofDays(30)))
                .setUntil(Instant.now().plus(Duration.ofDays(31)))
                .setReason("Poison is looked for.")
                .build();
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(assertion);
    }

    /** Distinct keys of the records that can be read. */
    private static <T extends SpecificRecord> Set<String> keys(String topic, Class<T> type) {
        return mesh.read(topic, type).stream().map(ConsumerRecord::key).collect(Collectors.toSet());
    }

    private static List<ConsumerRecord<byte[], byte[]>> letters(String service, String topic) {
        return mesh.readRaw(service + ".dlt").stream()
                .filter(r -> RunningMesh.topic(topic).equals(header(r, "kafka_dlt-original-topic")))
                .toList();
    }

    private static byte[] rubbish(int i) {
        return ("rubbish " + i).getBytes(StandardCharsets.UTF_8);
    }
}
