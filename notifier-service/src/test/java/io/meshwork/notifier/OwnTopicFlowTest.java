package io.meshwork.notifier;

import static io.meshwork.messaging.testkit.TestPlatform.header;
import static io.meshwork.notifier.Events.evaluated;
import static io.meshwork.notifier.Events.listing;
import static io.meshwork.notifier.Events.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.ProductUpdate;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Decisions;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.jdbc.Jobs;
import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.channel.topic.kafka.GuardedBroker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Topics of subscriptions on a real broker that asks who reads. */
class OwnTopicFlowTest {

    private static final Duration SOON = TestPlatform.PATIENCE;
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static GuardedBroker broker;
    private static TestPlatform platform;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        broker = GuardedBroker.start();
        platform = TestPlatform.on(broker.brokers());
        service = NotifierService.start(platform.args(
                "notifier",
                "--mesh.notifications.subscribe-by-contract=false",
                "--mesh.own-topics.retry=200ms",
                "--spring.kafka.producer.properties.max.block.ms=3000",
                "--spring.kafka.producer.properties.request.timeout.ms=2500",
                "--spring.kafka.producer.properties.delivery.timeout.ms=3000"));
        // once it listens, answers come in time
        var first = body("first", "none.*", "{}", "now");
        await().atMost(SOON).untilAsserted(() -> send("PUT", "/first", first, 200));
    }

    @AfterAll
    static void stop() {
        service.close();
        broker.close();
    }

    @Test
    void carriesWhatItsSubscriptionIsToldInOrderUnderTheIdsOfTheFeed() {
        subscribe("own", "own.*", "{\"retentionHours\":48}", "now");
        service.getBean(JdbcClient.class)
                .sql("update own_topic set unwritten = 'no leader' where subscription_id = 'own'")
                .update();
        assertThat(topic("own").path("trouble").stringValue()).isEqualTo("no leader");

        platform.send("product.published", "own.a", published("own.a"));
        platform.send("product.published", "other.b", published("other.b"));
        await().atMost(SOON).until(() -> count("own", "sent") == 1);
        assertThat(topic("own").path("trouble").asString("")).isEmpty();
        platform.send("policy.evaluated", "own.a", evaluated("own.a", 1, "violated"));

        var updates = updates("own", 2);
        assertThat(updates)
                .extracting(update -> update.key() + " " + update.value().getKind())
                .containsExactly("own.a published", "own.a compliance_changed");
        assertThat(updates.getFirst().value().getSubscriptions()).containsExactly("own");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(updates)
                        .extracting(update -> header(update, "ce_id"))
                        .containsExactlyElementsOf(idsOnTheFeed("own.a")));
        assertThat(header(updates.getFirst(), "ce_dataschema")).contains("product.updates.own.v1-value");
        send("POST", "/own/test", "{}", 201);
        assertThat(updates("own", 3).getLast().key()).isEqualTo("test.own");
    }

    @Test
    void onlyItsReaderMayReadIt() {
        subscribe("rights", "rights.*", "{\"reader\":\"sales-app\"}", "now");
        platform.send("product.published", "rights.a", published("rights.a"));
        updates("rights", 1);
        assertThat(topic("rights").path("rights").stringValue()).isEqualTo("granted");

        var groups = topic("rights").path("groupPrefix").stringValue();
        assertThat(readAs("sales-app", "rights", groups + "app")).isEqualTo(1);
        assertThatThrownBy(() -> readAs("sales-app", "rights", platform.mesh() + ".notifier"))
                .isInstanceOf(GroupAuthorizationException.class);
        assertThatThrownBy(() -> readAs("rival", "rights", groups + "app"))
                .isInstanceOfAny(TopicAuthorizationException.class, GroupAuthorizationException.class);

        send("PUT", "/rights", body("rights", "rights.*", "{\"reader\":\"rival\"}", "now"), 201);
        await().atMost(SOON).ignoreExceptions().until(() -> readAs("rival", "rights", groups + "rival") == 1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThatThrownBy(() -> readAs("sales-app", "rights", groups + "app2"))
                        .isInstanceOfAny(TopicAuthorizationException.class, GroupAuthorizationException.class));
    }

    @Test
    void losesNothingWhileTheBrokerRefusesToMakeTheTopic() {
        broker.refuses(true);
        send("POST", "", body("refused", "refused.*", "{}", "now"), 201);
        await().atMost(SOON)
                .until(() -> topic("refused").path("trouble").asString("").contains("no such topics today"));
        platform.send("product.published", "refused.a", published("refused.a"));
        await().atMost(SOON).until(() -> count("refused", "waiting") == 1);

        broker.refuses(false);

        assertThat(updates("refused", 1)).hasSize(1);
        assertThat(topic("refused").path("trouble").asString("")).isEmpty();
    }

    @Test
    void writesWhatWaitsUnderTheSameIdWhenTheBrokerIsBack() {
        subscribe("outage", "outage.*", "{}", "now");
        platform.send("product.published", "outage.a", published("outage.a"));
        var first = updates("outage", 1).getFirst();
        await().atMost(SOON).until(() -> count("outage", "sent") == 1);

        broker.stop();
        sendAgain("outage");
        await().atMost(SOON)
                .until(() -> topic("outage").path("trouble").asString("").contains("it cannot be written to"));
        broker.startAgain();

        await().atMost(SOON).until(() -> count("outage", "sent") == 1);
        assertThat(updates("outage", 2))
                .extracting(update -> header(update, "ce_id"))
                .containsOnly(header(first, "ce_id"));
        await().atMost(SOON)
                .until(() -> topic("outage").path("trouble").asString("").isEmpty());
    }

    @Test
    void isMadeAnewWithWhatWaitsWhenSomebodyDeletesItOnTheBroker() throws Exception {
        subscribe("by-hand", "hand.*", "{}", "now");
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.brokers()))) {
            admin.deleteTopics(List.of(platform.topic("product.updates.by-hand")))
                    .all()
                    .get();
        }

        platform.send("product.published", "hand.a", published("hand.a"));

        await().atMost(SOON).until(() -> count("by-hand", "sent") == 1);
        assertThat(kinds(updates("by-hand", 1))).containsExactly("hand.a published");
    }

    /** As after a crash between the broker's answer and its record. */
    private static void sendAgain(String id) {
        service.getBean(JdbcClient.class)
                .sql("update notification set state = 'waiting', settled_at = null where subscription_id = ?")
                .param(id)
                .update();
        service.getBean(Jobs.class).enqueue(List.of(new Jobs.Request("feed", id, "", Instant.EPOCH, cause("again"))));
    }

    @Test
    void beginsWithHowEverythingStandsAndTellsNothingTwiceWhenItIsInterrupted() {
        var products = List.of("start.a", "start.b", "start.c");
        products.forEach(product -> platform.send("product.published", product, published(product)));
        await().atMost(SOON)
                .until(() -> query("select product_id from known_product where product_id like 'start.%'")
                                .size()
                        == 3);
        products.forEach(product -> platform.send("product.listing", product, listing(product, 2, "blocked")));
        platform.send("product.listing", "start.c", null);
        await().atMost(SOON)
                .until(() -> query(
                                "select product_id || ' ' || gone from current_product where product_id like 'start.%'"
                                        + " order by product_id")
                        .equals(List.of("start.a false", "start.b false", "start.c true")));

        subscribe("start", "start.*", "{}", "current");
        assertThat(kinds(updates("start", 2))).containsExactlyInAnyOrder("start.a current", "start.b current");
        platform.send("product.listing", "start.a", listing("start.a", 3, "listed"));
        updates("start", 3);
        walkAgain("start 1");
        platform.send("product.listing", "start.b", listing("start.b", 3, "listed"));

        var told = updates("start", 4);
        assertThat(kinds(told))
                .containsExactlyInAnyOrder(
                        "start.a current", "start.b current", "start.a listing_changed", "start.b listing_changed");
        assertThat(told).extracting(update -> header(update, "ce_id")).doesNotHaveDuplicates();
        var first = told.stream()
                .filter(update -> update.key().equals("start.a"))
                .findFirst()
                .orElseThrow();
        assertThat(first.value().getHeadline()).contains("is blocked, violates mandatory policies");
        assertThat(first.value().getDetails()).hasSize(1);
    }

    @Test
    void beginsSoForAWebhookToo() {
        platform.send("product.published", "hook.a", published("hook.a"));
        platform.send("product.listing", "hook.a", listing("hook.a", 2, "listed"));
        await().atMost(SOON)
                .until(() -> query("select product_id from current_product where product_id = 'hook.a'")
                                .size()
                        == 1);

        send("POST", "", """
                {"id":"hook","subscriber":"sales","products":["hook.*"],"channel":"webhook","target":"x","start":"current"}""", 201);

        await().atMost(SOON)
                .until(() -> query("select kind from notification where subscription_id = 'hook'")
                        .equals(List.of("current")));
        send("POST", "", """
                {"id":"hook2","subscriber":"sales","channel":"feed","start":"current"}""", 422);
    }

    @Test
    void outlivesItsSubscriptionForItsRetention() throws Exception {
        subscribe("ended", "ended.*", "{\"retentionHours\":1}", "now");
        send("DELETE", "/ended", "", 201);
        await().atMost(SOON)
                .until(() -> !topic("ended").path("deletedAt").asString("").isEmpty());
        assertThat(topic("ended").path("state").stringValue()).isEqualTo("ending");

        service.getBean(JdbcClient.class)
                .sql("update own_topic set delete_at = now() - interval '1 second' where subscription_id = 'ended'")
                .update();
        service.getBean(Decisions.class)
                .decide(outcomes -> outcomes.enqueue(cause("hurry"), "own-topic", "ended", "", Instant.now()));

        await().atMost(SOON)
                .until(() -> query("select subscription_id from own_topic where subscription_id = 'ended'")
                        .isEmpty());
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker.brokers()))) {
            await().atMost(SOON)
                    .until(() -> !admin.listTopics().names().get().contains(platform.topic("product.updates.ended")));
        }
        send("GET", "/ended/topic", "", 404);
    }

    @Test
    void isMadeAnewWithAllThatIsToldMeanwhileWhenItIsWantedWhileItGoes() {
        subscribe("again", "again.*", "{}", "now");
        platform.send("product.published", "again.a", published("again.a"));
        await().atMost(SOON).until(() -> count("again", "sent") == 1);
        send("DELETE", "/again", "", 201);
        await().atMost(SOON)
                .until(() -> !topic("again").path("deletedAt").asString("").isEmpty());
        service.getBean(JdbcClient.class)
                .sql("update own_topic set made = false, delete_at = now() where subscription_id = 'again'")
                .update();

        send("POST", "", body("again", "again.*", "{}", "now"), 201);
        platform.send("product.published", "again.b", published("again.b"));

        await().atMost(SOON).until(() -> count("again", "sent") == 2);
        assertThat(kinds(updates("again", 1))).containsExactly("again.b published");
    }

    private static void subscribe(String id, String products, String topic, String start) {
        send("POST", "", body(id, products, topic, start), 201);
        await().atMost(SOON).until(() -> topic(id).path("state").stringValue().equals("ready"));
    }

    private static String body(String id, String products, String topic, String start) {
        return """
                {"id":"%s","subscriber":"sales","products":["%s"],"channel":"feed","topic":%s,"start":"%s"}""".formatted(id, products, topic, start);
    }

    private static JsonNode topic(String id) {
        return send("GET", "/" + id + "/topic", "", 200);
    }

    private static List<ConsumerRecord<String, ProductUpdate>> updates(String id, int expected) {
        await().atMost(SOON).until(() -> topic(id).path("state").stringValue().equals("ready"));
        return platform.read("product.updates." + id, ProductUpdate.class, expected, SOON);
    }

    private static List<String> idsOnTheFeed(String product) {
        return platform.read("product.updates", ProductUpdate.class, 0, SOON).stream()
                .filter(update -> update.key().equals(product))
                .map(update -> header(update, "ce_id"))
                .toList();
    }

    private static List<String> kinds(List<ConsumerRecord<String, ProductUpdate>> updates) {
        return updates.stream()
                .map(update -> update.key() + " " + update.value().getKind())
                .toList();
    }

    /** Stands for a replica that is killed between a page and the end of its job. */
    private static void walkAgain(String key) {
        var walk = service.getBeansOfType(JobHandler.class).values().stream()
                .filter(handler -> handler.kind().equals("current-state"))
                .findFirst()
                .orElseThrow();
        walk.run(new Job("current-state", key, "", 1, cause("again")));
    }

    private static Cause cause(String name) {
        var id = Identity.of(name);
        return new Cause(id, id.toString(), null);
    }

    /** @return how many records they find */
    private static int readAs(String user, String id, String group) {
        var client = new HashMap<>(broker.client(user));
        client.put("group.id", group);
        client.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(platform.topic("product.updates." + id)));
            var end = System.nanoTime() + SOON.toNanos();
            int found = 0;
            while (found == 0 && System.nanoTime() < end) {
                found = consumer.poll(Duration.ofMillis(200)).count();
            }
            return found;
        }
    }

    private static int count(String subscription, String state) {
        return query("select id::text from notification where subscription_id = '" + subscription + "' and state = '"
                        + state + "'")
                .size();
    }

    private static List<String> query(String sql) {
        return service.getBean(JdbcClient.class).sql(sql).query(String.class).list();
    }

    private static JsonNode send(String method, String path, String body, int status) {
        var port = service.getEnvironment().getProperty("local.server.port");
        try {
            var response = HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/subscriptions" + path))
                            .header("Content-Type", "application/json")
                            .header("Prefer", TestPlatform.WAIT)
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            return JSON.readTree(response.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
