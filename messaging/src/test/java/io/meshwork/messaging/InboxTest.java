package io.meshwork.messaging;

import static io.meshwork.messaging.testkit.TestPlatform.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.ProductPublished;
import io.meshwork.events.QualityScored;
import io.meshwork.messaging.sample.SampleService;
import io.meshwork.messaging.testkit.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to a record between the topic and the service's decision, on a real broker and a real database. */
class InboxTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static TestPlatform platform;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void startService() {
        platform = TestPlatform.fresh();
        service = SampleService.start(platform.args("quality"));
    }

    @AfterAll
    static void stopService() {
        service.close();
    }

    @Test
    void decidesARecordAndAnnouncesTheOutcomeWithCloudEventsHeaders() {
        String id = platform.send("product.published", "sales.plain", product("plain"));

        var outcome = outcomesOf("sales.plain", 1).getFirst();
        assertThat(header(outcome, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(outcome, "ce_type")).isEqualTo("io.meshwork.quality.scored.v1");
        assertThat(header(outcome, "ce_subject")).isEqualTo("sales.plain");
        assertThat(header(outcome, "content-type")).isEqualTo("application/avro");
        assertThat(header(outcome, "ce_causationid"))
                .isEqualTo(Identity.of("/test", id).toString());
    }

    @Test
    void continuesTheTraceOfItsCause() {
        String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        platform.send("product.published", "sales.traced", product("traced"), Map.of("traceparent", traceparent));

        assertThat(header(outcomesOf("sales.traced", 1).getFirst(), "traceparent"))
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-");
    }

    @Test
    void handlesARepeatedRecordOnce() {
        Map<String, String> sameId = Map.of("ce_id", "again");

        platform.send("product.published", "sales.repeated", product("repeated"), sameId);
        platform.send("product.published", "sales.repeated", product("repeated"), sameId);
        platform.send("product.published", "sales.repeated-end", product("repeated-end"));

        outcomesOf("sales.repeated-end", 1);
        assertThat(outcomesOf("sales.repeated", 1)).hasSize(1);
        assertThat(seen("sales.repeated")).isEqualTo(1);
    }

    @Test
    void deadLettersAnIdentityThatComesBackWithAnotherPayload() {
        platform.send("product.published", "sales.reused", product("reused"), Map.of("ce_id", "reused"));
        platform.send(
                "product.published",
                "sales.reused",
                ProductPublished.newBuilder(product("reused")).setTitle("other").build(),
                Map.of("ce_id", "reused"));

        assertThat(reasonOf("sales.reused")).contains("already decided with another payload");
    }

    @Test
    void keepsPoisonAsItCameWithTheReasonAndHandlesItsNeighbours() {
        byte[] poison = "not avro".getBytes(StandardCharsets.UTF_8);

        platform.send("product.published", "sales.before", product("before"));
        platform.sendRaw("product.published", "sales.poison", poison, Map.of());
        platform.send("product.published", "sales.after", product("after"));

        outcomesOf("sales.before", 1);
        outcomesOf("sales.after", 1);
        ConsumerRecord<byte[], byte[]> letter = letterOf("sales.poison");
        assertThat(letter.value()).isEqualTo(poison);
        assertThat(header(letter, "kafka_dlt-original-topic")).isEqualTo(platform.topic("product.published"));
        assertThat(header(letter, "mesh-dlt-service")).isEqualTo("quality");
        assertThat(header(letter, "mesh-dlt-reason")).isNotBlank();
    }

    @Test
    void deadLettersARecordOfAnUnknownSchema() {
        platform.sendRaw("product.published", "sales.unknown", new byte[] {0, 0, 15, 66, 63, 1, 2}, Map.of());

        assertThat(reasonOf("sales.unknown")).contains("not a readable record");
    }

    @Test
    void deadLettersARecordWhoseKeyBelongsToAnotherProduct() {
        platform.send("product.published", "sales.wrong-key", product("right-key"));

        assertThat(reasonOf("sales.wrong-key")).contains("belongs to 'sales.right-key'");
    }

    @Test
    void deadLettersATombstoneWhereNoneBelongs() {
        platform.sendRaw("product.published", "sales.tombstone", null, Map.of());

        assertThat(reasonOf("sales.tombstone")).contains("null");
    }

    @Test
    void aBugInOneRecordDoesNotHoldBackTheBatch() {
        IntStream.range(0, 20)
                .forEach(i -> platform.send(
                        "product.published",
                        "sales." + (i == 7 ? "bug" : "healthy") + i,
                        product((i == 7 ? "bug" : "healthy") + i)));

        IntStream.range(0, 20).filter(i -> i != 7).forEach(i -> outcomesOf("sales.healthy" + i, 1));
        assertThat(reasonOf("sales.bug7")).contains("failed 3 times").contains("a bug in the handler");
        assertThat(seen("sales.bug7")).isZero();
    }

    @Test
    void deadLettersWhatTheHandlerRefuses() {
        platform.send("product.published", "sales.refused", product("refused"));

        assertThat(reasonOf("sales.refused")).isEqualTo("refused by the handler");
    }

    @Test
    void aParkedRecordRunsWhenWhatItWaitsForArrives() {
        platform.send("product.published", "sales.waits", product("waits"));
        platform.send("product.published", "sales.waits-known", product("waits-known"));

        outcomesOf("sales.waits-known", 1);
        assertThat(outcomesOf("sales.waits", 1)).hasSize(1);
    }

    @Test
    void publishesOutcomesThatACrashLeftBehind() {
        JdbcClient jdbc = service.getBean(JdbcClient.class);
        platform.send("product.published", "sales.crashed", product("crashed"));
        outcomesOf("sales.crashed", 1);

        jdbc.sql("""
                update outbox_batch set published_at = null, created_at = now() - interval '1 minute'
                where id in (select batch_id from outcome where key = 'sales.crashed')
                """).update();

        var outcomes = outcomesOf("sales.crashed", 2);
        assertThat(outcomes).extracting(r -> header(r, "ce_id")).containsOnly(header(outcomes.getFirst(), "ce_id"));
    }

    @Test
    void countsWhatItDeadLetters() {
        var meters = service.getBean(io.micrometer.core.instrument.MeterRegistry.class);
        double before = deadLetters(meters);

        platform.sendRaw("product.published", "sales.counted", new byte[] {9}, Map.of());

        await().atMost(SOON).until(() -> deadLetters(meters) >= before + 1);
    }

    private static double deadLetters(io.micrometer.core.instrument.MeterRegistry meters) {
        var counter = meters.find("mesh.listener.dead.letters").counter();
        return counter == null ? 0 : counter.count();
    }

    private static List<ConsumerRecord<String, QualityScored>> outcomesOf(String product, int expected) {
        return await().atMost(SOON)
                .until(
                        () -> platform.read("quality.scored", QualityScored.class, 0, Duration.ZERO).stream()
                                .filter(r -> r.key().equals(product))
                                .toList(),
                        records -> records.size() >= expected);
    }

    private static ConsumerRecord<byte[], byte[]> letterOf(String key) {
        return await().atMost(SOON)
                .until(
                        () -> platform.readRaw("quality.dlt", 0, Duration.ZERO).stream()
                                .filter(r -> key.equals(new String(r.key(), StandardCharsets.UTF_8)))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static String reasonOf(String key) {
        return header(letterOf(key), "mesh-dlt-reason");
    }

    private static int seen(String product) {
        return service.getBean(JdbcClient.class)
                .sql("select count(*) from seen where product = ?")
                .param(product)
                .query(Integer.class)
                .single();
    }

    private static ProductPublished product(String name) {
        return ProductPublished.newBuilder()
                .setProductId("sales." + name)
                .setDomain("sales")
                .setName(name)
                .setVersion("1.0.0")
                .setType("source")
                .setLifecycle("production")
                .setTags(List.of())
                .setContract("{}")
                .setContentHash("0")
                .setRevision(1)
                .setSubmissionId(UUID.randomUUID())
                .setPrincipal("test")
                .setSubmittedAt(Instant.EPOCH)
                .setPublishedAt(Instant.EPOCH)
                .build();
    }
}
