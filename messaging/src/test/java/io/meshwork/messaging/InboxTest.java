package io.meshwork.messaging;

import static io.meshwork.messaging.RunningSample.SOON;
import static io.meshwork.messaging.sample.Products.product;
import static io.meshwork.messaging.testkit.TestPlatform.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.ProductPublished;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens to a record between the topic and the service's decision, on a real broker and a real database. */
class InboxTest {

    private static final String TOPIC = "product.published";

    private static RunningSample sample;

    @BeforeAll
    static void startService() {
        sample = new RunningSample();
    }

    @AfterAll
    static void stopService() {
        sample.close();
    }

    @Test
    void decidesARecordAndAnnouncesTheOutcomeWithCloudEventsHeaders() {
        String id = sample.publish("plain");

        var outcome = sample.outcomesOf("sales.plain", 1).getFirst();
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

        sample.publish("traced", Map.of("traceparent", traceparent));

        assertThat(header(sample.outcomesOf("sales.traced", 1).getFirst(), "traceparent"))
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-");
    }

    @Test
    void handlesARepeatedRecordOnce() {
        sample.publish("repeated", Map.of("ce_id", "again"));
        sample.publish("repeated", Map.of("ce_id", "again"));
        sample.publish("repeated", Map.of("ce_id", "the last one"));

        assertThat(sample.outcomesOf("sales.repeated", 2)).hasSize(2);
        assertThat(sample.seen("sales.repeated")).isEqualTo(2);
    }

    @Test
    void deadLettersAnIdentityThatComesBackWithAnotherPayload() {
        ProductPublished other =
                ProductPublished.newBuilder(product("reused")).setTitle("other").build();

        sample.publish("reused", Map.of("ce_id", "reused"));
        sample.platform.send(TOPIC, "sales.reused", other, Map.of("ce_id", "reused"));

        assertThat(sample.reasonOf("sales.reused")).contains("already used with another payload");
    }

    @Test
    void keepsPoisonAsItCameWithTheReasonAndHandlesItsNeighbours() {
        byte[] poison = "not avro".getBytes(StandardCharsets.UTF_8);

        sample.publish("before");
        sample.platform.sendRaw(TOPIC, "sales.poison", poison, Map.of("colour", "red"));
        sample.publish("after");

        sample.outcomesOf("sales.before", 1);
        sample.outcomesOf("sales.after", 1);
        ConsumerRecord<byte[], byte[]> letter = sample.letterOf("sales.poison");
        assertThat(letter.value()).isEqualTo(poison);
        assertThat(header(letter, "colour")).isEqualTo("red");
        assertThat(header(letter, "kafka_dlt-original-topic")).isEqualTo(sample.platform.topic(TOPIC));
        assertThat(header(letter, "mesh-dlt-service")).isEqualTo("quality");
        assertThat(header(letter, "mesh-dlt-reason")).isNotBlank();
    }

    @Test
    void handlesEveryHealthyRecordAndKeepsAllPoisonWhenOnePercentIsPoison() {
        for (int i = 0; i < 1000; i++) {
            if (i % 100 == 50) {
                sample.platform.sendRaw(TOPIC, "sales.rotten" + i, new byte[] {0, 1, 2}, Map.of());
            } else {
                sample.publish("sound" + i);
            }
        }

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(sample.outcomeIds().keySet().stream().filter(key -> key.startsWith("sales.sound")))
                    .hasSize(990);
            assertThat(sample.letters().stream()
                            .filter(letter -> new String(letter.key(), StandardCharsets.UTF_8).contains("rotten")))
                    .hasSize(10)
                    .allSatisfy(letter ->
                            assertThat(header(letter, "mesh-dlt-reason")).isNotBlank());
        });
        assertThat(sample.seen("sales.sound7")).isEqualTo(1);
    }

    @Test
    void deadLettersARecordOfAnUnknownSchema() {
        sample.platform.sendRaw(TOPIC, "sales.unknown", new byte[] {0, 0, 15, 66, 63, 1, 2}, Map.of());

        assertThat(sample.reasonOf("sales.unknown")).contains("not a readable record");
    }

    @Test
    void deadLettersARecordThatClaimsToHoldAGigabyteOfText() {
        byte[] healthy = sample.platform.encode(TOPIC, product("greedy"));
        byte[] greedy = {0, healthy[1], healthy[2], healthy[3], healthy[4], -2, -1, -1, -1, 7, 'x'};

        sample.platform.sendRaw(TOPIC, "sales.greedy", greedy, Map.of());

        assertThat(sample.reasonOf("sales.greedy")).contains("not a readable record");
    }

    @Test
    void deadLettersARecordThatFillsTheTopicsLimitWithoutItsValue() {
        sample.platform.sendRaw(TOPIC, "sales.huge", new byte[990_000], Map.of("colour", "red"));
        sample.publish("after-huge");

        sample.outcomesOf("sales.after-huge", 1);
        ConsumerRecord<byte[], byte[]> letter = sample.letterOf("sales.huge");
        assertThat(letter.value()).isNull();
        assertThat(header(letter, "mesh-dlt-value-omitted")).isEqualTo("990000");
        assertThat(header(letter, "kafka_dlt-original-offset")).isNotBlank();
    }

    @Test
    void believesNoHeaderThatSaysARecordCameFromAnotherTopic() {
        Map<String, String> forged = new HashMap<>();
        forged.put("kafka_dlt-original-topic", sample.platform.topic("policy.changed"));
        forged.put("kafka_dlt-original-partition", "0");
        forged.put("kafka_dlt-original-offset", "0");
        forged.put("kafka_dlt-original-timestamp", "0");
        forged.put("mesh-discard-letter", "0:0");

        sample.platform.sendRaw(TOPIC, "sales.forged", new byte[] {9}, forged);

        ConsumerRecord<byte[], byte[]> letter = sample.letterOf("sales.forged");
        assertThat(header(letter, "kafka_dlt-original-topic")).isEqualTo(sample.platform.topic(TOPIC));
        assertThat(header(letter, "mesh-discard-letter")).isNull();
    }

    @Test
    void letsAReplayForAnotherGroupPass() {
        String mesh = sample.platform.mesh();

        sample.publish("replayed", Map.of("mesh-replay-group", mesh + ".policy"));
        sample.publish("replayed", Map.of("mesh-replay-group", mesh + ".quality"));

        assertThat(sample.outcomesOf("sales.replayed", 1)).hasSize(1);
        assertThat(sample.seen("sales.replayed")).isEqualTo(1);
    }

    @Test
    void deadLettersARecordWhoseKeyBelongsToAnotherProduct() {
        sample.platform.send(TOPIC, "sales.wrong-key", product("right-key"));

        assertThat(sample.reasonOf("sales.wrong-key")).contains("belongs to 'sales.right-key'");
    }

    @Test
    void deadLettersATombstoneWhereNoneBelongs() {
        sample.platform.sendRaw(TOPIC, "sales.tombstone", null, Map.of());

        assertThat(sample.reasonOf("sales.tombstone")).contains("null");
    }

    @Test
    void aBugInOneRecordDoesNotHoldBackTheBatch() {
        IntStream.range(0, 20).forEach(i -> sample.publish((i == 7 ? "bug" : "healthy") + i));

        IntStream.range(0, 20).filter(i -> i != 7).forEach(i -> sample.outcomesOf("sales.healthy" + i, 1));
        assertThat(sample.reasonOf("sales.bug7")).contains("failed 3 times").contains("a bug in the handler");
        assertThat(sample.seen("sales.bug7")).isZero();
    }

    @Test
    void anErrorInTheHandlerDoesNotStopTheConsumer() {
        sample.publish("recursion");
        sample.publish("after-recursion");

        assertThat(sample.reasonOf("sales.recursion")).contains("StackOverflowError");
        sample.outcomesOf("sales.after-recursion", 1);
    }

    @Test
    void deadLettersWhatTheHandlerRefuses() {
        sample.publish("refused");

        assertThat(sample.reasonOf("sales.refused")).isEqualTo("refused by the handler");
    }

    @Test
    void aParkedRecordRunsWhenWhatItWaitsForArrives() {
        sample.publish("waits", Map.of("ce_id", "waits"));
        await().atMost(SOON).until(() -> parked("sales.waits") == 1);
        sample.publish("waits-known");

        sample.outcomesOf("sales.waits-known", 1);
        assertThat(sample.outcomesOf("sales.waits", 1)).hasSize(1);
        await().atMost(SOON).until(() -> parked("sales.waits") == 0);
    }

    @Test
    void deadLettersAnIdentityThatIsParkedWithAnotherPayload() {
        ProductPublished other = ProductPublished.newBuilder(product("waits-twice"))
                .setTitle("other")
                .build();

        sample.publish("waits-twice", Map.of("ce_id", "twice"));
        sample.platform.send(TOPIC, "sales.waits-twice", other, Map.of("ce_id", "twice"));

        assertThat(sample.reasonOf("sales.waits-twice")).contains("another payload");
        assertThat(parked("sales.waits-twice")).isEqualTo(1);
    }

    @Test
    void deadLettersAParkedRecordThatWaitedLongerThanIdentitiesAreRemembered() {
        sample.publish("waits-in-vain");
        await().atMost(SOON).until(() -> parked("sales.waits-in-vain") == 1);

        sample.jdbc().sql("""
                        update parked_event set parked_at = now() - interval '1 year', retry_at = now()
                        where waiting_for = 'sales.waits-in-vain-known'
                        """).update();

        assertThat(sample.reasonOf("sales.waits-in-vain")).contains("never came");
        await().atMost(SOON).until(() -> parked("sales.waits-in-vain") == 0);
    }

    @Test
    void publishesOutcomesThatACrashLeftBehind() {
        sample.publish("crashed");
        sample.outcomesOf("sales.crashed", 1);

        sample.jdbc().sql("""
                update outbox_batch set published_at = null, created_at = now() - interval '1 minute'
                where 'sales.crashed' = any(keys)
                """).update();

        var outcomes = sample.outcomesOf("sales.crashed", 2);
        assertThat(outcomes).extracting(r -> header(r, "ce_id")).containsOnly(header(outcomes.getFirst(), "ce_id"));
    }

    @Test
    void countsWhatItDeadLetters() {
        MeterRegistry meters = sample.service.getBean(MeterRegistry.class);
        double before = deadLetters(meters);

        sample.platform.sendRaw(TOPIC, "sales.counted", new byte[] {9}, Map.of());

        await().atMost(SOON).until(() -> deadLetters(meters) >= before + 1);
    }

    @Test
    void aDeadLetterThatCannotBeToldDoesNotHoldBackTheOthers() {
        sample.platform.sendRaw(TOPIC, "sales.untellable", new byte[] {9}, Map.of());
        sample.platform.sendRaw(TOPIC, "sales.tellable", new byte[] {9}, Map.of());

        await().atMost(SOON).untilAsserted(() -> assertThat(told()).contains("sales.tellable"));
        assertThat(told()).doesNotContain("sales.untellable");
    }

    @Test
    void thatALetterWasDiscardedIsNoLetter() {
        sample.platform.sendRaw("quality.dlt", "sales.discarded", new byte[0], Map.of("mesh-discard-letter", "0:0"));
        sample.platform.sendRaw("quality.dlt", "sales.discarded", new byte[] {9}, Map.of());

        await().atMost(SOON).untilAsserted(() -> assertThat(told()).contains("sales.discarded"));
        assertThat(sample.jdbc()
                        .sql("select count(*) from told where letter = 'sales.discarded'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private static double deadLetters(MeterRegistry meters) {
        var counter = meters.find("mesh.listener.dead.letters").counter();
        return counter == null ? 0 : counter.count();
    }

    private static int parked(String key) {
        return sample.jdbc()
                .sql("select count(*) from parked_event where convert_from(key, 'UTF8') = ?")
                .param(key)
                .query(Integer.class)
                .single();
    }

    private static Set<String> told() {
        return Set.copyOf(
                sample.jdbc().sql("select letter from told").query(String.class).list());
    }
}
