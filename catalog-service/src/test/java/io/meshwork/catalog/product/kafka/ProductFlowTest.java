package io.meshwork.catalog.product.kafka;

import static io.meshwork.catalog.CatalogUnderTest.json;
import static io.meshwork.catalog.product.Contracts.contract;
import static io.meshwork.messaging.testkit.TestPlatform.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.catalog.CatalogUnderTest;
import io.meshwork.events.PolicyEvaluated;
import io.meshwork.events.PolicyViolation;
import io.meshwork.events.ProductListing;
import io.meshwork.events.ProductPublished;
import io.meshwork.events.ProductRefreshed;
import io.meshwork.events.ProductRejected;
import io.meshwork.events.ProductSubmitted;
import io.meshwork.events.QualityScored;
import io.meshwork.messaging.testkit.TestPlatform;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** From record to record: submissions and judgements in, facts out, in whatever order and however often they come. */
class ProductFlowTest {

    private static final Duration SOON = TestPlatform.PATIENCE;

    private final CatalogUnderTest catalog = CatalogUnderTest.shared();
    private final TestPlatform platform = catalog.platform();

    @Test
    void aSubmittedContractIsPublishedAndPending() {
        submit("flow", contract("flow", "1.0.0"));

        ProductPublished published = only("product.published", ProductPublished.class, "shop.flow");
        assertThat(published.getVersion()).isEqualTo("1.0.0");
        assertThat(published.getRevision()).isEqualTo(1);
        assertThat(published.getPreviousVersion()).isNull();
        assertThat(published.getContract()).startsWith("{\"domain\":\"shop\"");
        ProductListing listing = only("product.listing", ProductListing.class, "shop.flow");
        assertThat(listing.getState()).isEqualTo("pending");
        assertThat(listing.getRevision()).isEqualTo(1);
    }

    @Test
    void anOutcomeNamesItsCause() {
        String id = submit("caused", contract("caused", "1.0.0"));

        ConsumerRecord<String, ProductPublished> published = records(
                        "product.published", ProductPublished.class, "shop.caused", 1)
                .getFirst();
        assertThat(header(published, "ce_causationid"))
                .isEqualTo(published.value().getSubmissionId().toString());
        assertThat(header(published, "ce_id")).isNotEqualTo(id);
        assertThat(published.key()).isEqualTo("shop.caused");
    }

    @Test
    void aProductThatIsJudgedWellIsListed() {
        submit("good", contract("good", "1.0.0"));
        send("policy.evaluated", "shop.good", evaluated("shop.good", "1.0.0", 1, "compliant"));
        send("quality.scored", "shop.good", scored("shop.good", "1.0.0", 1, "passed"));

        assertThat(lastListing("shop.good", "listed").getQualityScore()).isEqualTo(0.9);
        JsonNode product = json(catalog.get("/api/v1/products/shop.good"));
        assertThat(product.path("state").asString()).isEqualTo("listed");
        assertThat(product.path("listedAfterMillis").asLong()).isPositive();
        JsonNode version = json(catalog.get("/api/v1/products/shop.good/versions/1.0.0"));
        assertThat(version.path("verdict").path("verdict").asString()).isEqualTo("compliant");
        assertThat(version.path("score").path("status").asString()).isEqualTo("passed");
        assertThat(catalog.get("/products/shop.good").body()).contains("90.0 %");
    }

    @Test
    void aProductThatViolatesAMandatoryPolicyIsBlockedWithTheReason() {
        submit("bad", contract("bad", "1.0.0"));
        send("policy.evaluated", "shop.bad", evaluated("shop.bad", "1.0.0", 1, "violated"));
        send("quality.scored", "shop.bad", scored("shop.bad", "1.0.0", 1, "not_checked"));

        ProductListing listing = lastListing("shop.bad", "blocked");
        assertThat(listing.getReasons()).singleElement().satisfies(reason -> {
            assertThat(reason.getCode()).isEqualTo("retention/stated");
            assertThat(reason.getRemediation()).isEqualTo("State how long data is kept.");
        });
    }

    @Test
    void judgementsThatComeBeforeTheirVersionWaitForIt() {
        send("quality.scored", "shop.early", scored("shop.early", "1.0.0", 1, "passed"));
        send("policy.evaluated", "shop.early", evaluated("shop.early", "1.0.0", 1, "compliant"));
        await().atMost(SOON).until(() -> parked("shop.early") == 2);

        submit("early", contract("early", "1.0.0"));

        assertThat(lastListing("shop.early", "listed").getVersion()).isEqualTo("1.0.0");
        await().atMost(SOON).until(() -> parked("shop.early") == 0);
    }

    @Test
    void aLateVerdictOfAnOlderPolicySetChangesNothing() {
        submit("late", contract("late", "1.0.0"));
        send("policy.evaluated", "shop.late", evaluated("shop.late", "1.0.0", 5, "compliant"));
        send("quality.scored", "shop.late", scored("shop.late", "1.0.0", 1, "passed"));
        long revision = lastListing("shop.late", "listed").getRevision();

        send("policy.evaluated", "shop.late", evaluated("shop.late", "1.0.0", 4, "violated"));
        send("policy.evaluated", "shop.late", evaluated("shop.late", "1.0.0", 6, "warnings"));

        assertThat(lastListing("shop.late", "listed_with_warnings").getRevision())
                .isEqualTo(revision + 1);
    }

    @Test
    void aRepeatedRecordIsDecidedOnce() {
        Map<String, String> sameId = Map.of("ce_id", UUID.randomUUID().toString());
        ProductSubmitted submitted = submitted(contract("twice", "1.0.0"));

        platform.send("product.submitted", "shop.twice", submitted, sameId);
        platform.send("product.submitted", "shop.twice", submitted, sameId);
        submit("twice", contract("twice", "1.1.0"));

        List<ConsumerRecord<String, ProductPublished>> published =
                records("product.published", ProductPublished.class, "shop.twice", 2);
        assertThat(published).extracting(one -> one.value().getVersion()).containsExactly("1.0.0", "1.1.0");
        assertThat(count("select count(*) from submission where product_id = 'shop.twice'"))
                .isEqualTo(2);
    }

    @Test
    void aNewVersionTellsWhatChanged() {
        submit("changed", contract("changed", "1.0.0"));
        submit("changed", contract("changed", "2.0.0").replace("type: string", "type: integer"));

        ProductPublished published = records("product.published", ProductPublished.class, "shop.changed", 2)
                .getLast()
                .value();
        assertThat(published.getChangeCount()).isEqualTo(1);
        assertThat(published.getChanges()).singleElement().satisfies(change -> {
            assertThat(change.getImpact()).isEqualTo("breaking");
            assertThat(change.getPath()).isEqualTo("changed.id.type");
            assertThat(change.getBefore()).isEqualTo("string");
            assertThat(change.getAfter()).isEqualTo("integer");
        });
    }

    @Test
    void aBreakingChangeWithoutANewMajorVersionIsRejected() {
        submit("breaks", contract("breaks", "1.0.0"));
        submit("breaks", contract("breaks", "1.1.0").replace("type: string", "type: integer"));

        ProductRejected rejected = only("product.rejected", ProductRejected.class, "shop.breaks");
        assertThat(rejected.getProblems()).singleElement().satisfies(problem -> {
            assertThat(problem.getCode()).isEqualTo("product.change.breaking");
            assertThat(problem.getAdvice()).contains("Publish as 2.0.0");
        });
    }

    @Test
    void aContractThatIsNotValidIsRejectedWithEveryReason() {
        submit("invalid", contract("invalid", "one").replace("required: true", "required: perhaps"));

        ProductRejected rejected = only("product.rejected", ProductRejected.class, "shop.invalid");
        assertThat(rejected.getProblems()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(problem -> {
            assertThat(problem.getLine()).isPositive();
            assertThat(problem.getPointer()).startsWith("/");
        });
    }

    @Test
    void aKeyOfAnotherProductIsRejectedWithAdvice() {
        submit("wrong-key", contract("right-key", "1.0.0"));

        ProductRejected rejected = only("product.rejected", ProductRejected.class, "shop.wrong-key");
        assertThat(rejected.getProblems()).singleElement().satisfies(problem -> {
            assertThat(problem.getCode()).isEqualTo("product.key.mismatch");
            assertThat(problem.getAdvice()).contains("shop.right-key");
        });
    }

    @Test
    void anUnknownActionIsRejected() {
        platform.send(
                "product.submitted",
                "shop.action",
                ProductSubmitted.newBuilder(submitted(contract("action", "1.0.0")))
                        .setAction("retire")
                        .build());

        assertThat(only("product.rejected", ProductRejected.class, "shop.action")
                        .getProblems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.getCode()).isEqualTo("product.action.unknown"));
    }

    @Test
    void aContractThatGrowsTooLargeInTheCommonModelIsRejected() {
        submit("large", contract("large", "1.0.0", "x".repeat(300 * 1024)));

        assertThat(only("product.rejected", ProductRejected.class, "shop.large").getProblems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.getCode()).isEqualTo("product.contract.too-large"));
    }

    @Test
    void poisonOnEveryTopicIsDeadLetteredAndCounted() {
        double before = deadLettered();

        for (String topic : List.of("product.submitted", "policy.evaluated", "quality.scored", "product.refreshed")) {
            platform.sendRaw(topic, "shop.poison", "not avro".getBytes(StandardCharsets.UTF_8), Map.of());
        }

        await().atMost(SOON).until(() -> letters("shop.poison") == 4);
        await().atMost(SOON).until(() -> deadLettered() >= before + 4);
    }

    @Test
    void aJudgementUnderTheKeyOfAnotherProductIsDeadLettered() {
        send("policy.evaluated", "shop.key", evaluated("shop.other", "1.0.0", 1, "compliant"));
        send("quality.scored", "shop.key", scored("shop.other", "1.0.0", 1, "passed"));

        await().atMost(SOON).until(() -> letters("shop.key") == 2);
    }

    @Test
    void remembersTheLatestRefresh() {
        Instant refreshed = Instant.parse("2026-03-02T08:00:00Z");
        submit("refreshed", contract("refreshed", "1.0.0"));
        only("product.published", ProductPublished.class, "shop.refreshed");

        send(
                "product.refreshed",
                "shop.refreshed",
                ProductRefreshed.newBuilder(refreshed("shop.refreshed", refreshed.plusSeconds(60)))
                        .setNewData(false)
                        .build());
        send("product.refreshed", "shop.refreshed", refreshed("shop.refreshed", refreshed));
        send("product.refreshed", "shop.refreshed", refreshed("shop.refreshed", refreshed.minusSeconds(60)));

        await().atMost(SOON)
                .until(() -> json(catalog.get("/api/v1/products/shop.refreshed"))
                        .path("refreshedAt")
                        .asString("")
                        .equals(refreshed.toString()));
    }

    private String submit(String name, String document) {
        return platform.send("product.submitted", "shop." + name, submitted(document));
    }

    private void send(String topic, String key, SpecificRecord value) {
        platform.send(topic, key, value);
    }

    private static ProductSubmitted submitted(String document) {
        return ProductSubmitted.newBuilder().setDocument(document).build();
    }

    private static PolicyEvaluated evaluated(String product, String version, long policySet, String verdict) {
        List<PolicyViolation> violations = verdict.equals("compliant")
                ? List.of()
                : List.of(new PolicyViolation(
                        "retention",
                        1L,
                        "stated",
                        "compliance",
                        "mandatory",
                        "Retention is not stated",
                        "State how long data is kept.",
                        null,
                        false,
                        null));
        return new PolicyEvaluated(product, version, policySet, verdict, 3, violations, Instant.now());
    }

    private static QualityScored scored(String product, String version, long run, String status) {
        return QualityScored.newBuilder()
                .setProductId(product)
                .setVersion(version)
                .setRunSequence(run)
                .setTrigger("published")
                .setStatus(status)
                .setScore(status.equals("not_checked") ? null : 0.9)
                .setScoredAt(Instant.now())
                .build();
    }

    private static ProductRefreshed refreshed(String product, Instant at) {
        return ProductRefreshed.newBuilder()
                .setProductId(product)
                .setRefreshedAt(at)
                .build();
    }

    private <T extends SpecificRecord> T only(String topic, Class<T> type, String key) {
        List<ConsumerRecord<String, T>> records = records(topic, type, key, 1);
        assertThat(records).hasSize(1);
        return records.getFirst().value();
    }

    private <T extends SpecificRecord> List<ConsumerRecord<String, T>> records(
            String topic, Class<T> type, String key, int count) {
        return await().atMost(SOON)
                .until(
                        () -> platform.read(topic, type, 0, Duration.ZERO).stream()
                                .filter(one -> key.equals(one.key()))
                                .toList(),
                        found -> found.size() >= count);
    }

    private ProductListing lastListing(String key, String state) {
        return await().atMost(SOON)
                .until(
                        () -> records("product.listing", ProductListing.class, key, 1)
                                .getLast()
                                .value(),
                        listing -> listing.getState().equals(state));
    }

    private long letters(String key) {
        return platform.readRaw("catalog.dlt", 0, Duration.ZERO).stream()
                .filter(letter -> key.equals(new String(letter.key(), StandardCharsets.UTF_8)))
                .count();
    }

    private double deadLettered() {
        return catalog.bean(MeterRegistry.class).getMeters().stream()
                .filter(meter -> meter.getId().getName().equals("mesh.listener.dead.letters"))
                .flatMap(meter -> StreamSupport.stream(meter.measure().spliterator(), false))
                .mapToDouble(measurement -> measurement.getValue())
                .sum();
    }

    private long parked(String productId) {
        return count("select count(*) from parked_event where waiting_for like 'product:" + productId + "%'");
    }

    private long count(String sql) {
        return catalog.bean(JdbcClient.class).sql(sql).query(Long.class).single();
    }
}
