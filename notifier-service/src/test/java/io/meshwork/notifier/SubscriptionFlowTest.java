package io.meshwork.notifier;

import static io.meshwork.notifier.Events.accessDecided;
import static io.meshwork.notifier.Events.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.ProductPublished;
import io.meshwork.events.ProductUpdate;
import io.meshwork.events.PublishedChange;
import io.meshwork.events.SubscriptionChanged;
import io.meshwork.messaging.testkit.TestPlatform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Subscriptions over REST and by contract, on a real broker and a real database. */
class SubscriptionFlowTest {

    private static final Duration SOON = TestPlatform.PATIENCE;
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static TestPlatform platform;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        platform = TestPlatform.fresh();
        service = NotifierService.start(platform.args("notifier"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void subscribesPausesResumesAndEnds() {
        assertThat(post("", """
                        {"id":"life","subscriber":"sales","products":["life.*"],"channel":"feed"}""", 201).path("state").stringValue()).isEqualTo("changed");
        assertThat(told("life.a")).containsExactly("everything", "life");

        post("/life/pause", "{}", 201);
        assertThat(post("/life/pause", "{}", 200).path("state").stringValue()).isEqualTo("unchanged");
        assertThat(told("life.b")).containsExactly("everything");

        post("/life/resume", "{}", 201);
        assertThat(told("life.c")).containsExactly("everything", "life");

        send("DELETE", "/life", "", 201);
        assertThat(told("life.d")).containsExactly("everything");
        assertThat(get("/life").path("active").booleanValue()).isFalse();
        assertThat(changes("life"))
                .extracting(change -> change.getRevision()
                        + (change.getPaused() ? " paused" : "")
                        + (change.getActive() ? "" : " ended"))
                .containsExactly("1", "2 paused", "3", "4 ended");
    }

    @Test
    void refusesWhatCannotBeReadAndSaysWhere() {
        var problem = post("", """
                {"id":"typo","subscriber":"sales","eventTypes":["publishd"],"channel":"smoke","until":"soon"}""", 422);
        assertThat(problem.path("problems").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/until", "/channel", "/eventTypes/0");
        assertThat(problem.path("detail").stringValue()).contains("Did you mean `published`?");
        send("GET", "/typo", "", 404);
        post("/typo/pause", "{}", 404);
    }

    @Test
    void changesWhatThereIsOnlyWhenThatIsMeant() {
        var feed = """
                {"id":"mine","subscriber":"sales","domains":["none"],"channel":"feed"}""";
        post("", feed, 201);
        post("", feed, 200);
        var other = """
                {"id":"mine","subscriber":"sales","domains":["nothing"],"channel":"feed"}""";
        assertThat(post("", other, 409).path("code").stringValue()).isEqualTo("subscription.exists");
        assertThat(send("PUT", "/mine", other, 201).path("revision").asInt()).isEqualTo(2);
        send("PUT", "/ops", """
                {"subscriber":"ops","channel":"feed"}""", 409);
    }

    @Test
    void keepsWhenASubscriberIsToldAndRefusesWhatCannotBe() {
        var workdays = """
                {"id":"calm","subscriber":"sales","domains":["none"],"channel":"slack","schedule":{"digestAt":"08:00",
                 "digestDays":["mon","fri"],"quietFrom":"22:00","quietTo":"07:00","zone":"Europe/Berlin"}}""";
        post("", workdays, 201);
        assertThat(post("", workdays, 200).path("state").stringValue()).isEqualTo("unchanged");
        var schedule = get("/calm").path("schedule");
        assertThat(schedule.path("digestAt").stringValue()).isEqualTo("08:00");
        assertThat(schedule.path("quietBelow").stringValue()).isEqualTo("critical");
        assertThat(changes("calm").getFirst().getSchedule()).satisfies(told -> {
            assertThat(told.getDigestDays()).containsExactly("mon", "fri");
            assertThat(told.getQuietTo()).isEqualTo("07:00");
            assertThat(told.getZone()).isEqualTo("Europe/Berlin");
        });

        send("PUT", "/calm", """
                {"subscriber":"sales","domains":["none"],"channel":"slack","schedule":{"digestMinutes":30}}""", 201);
        assertThat(get("/calm").path("schedule").path("digestMinutes").intValue())
                .isEqualTo(30);
        var problem = send("PUT", "/calm", """
                {"subscriber":"sales","channel":"feed","schedule":{"digestMinutes":0,"digestDays":[null]}}""", 422);
        assertThat(problem.path("problems").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/schedule/digestDays", "/schedule/digestMinutes", "/schedule");
    }

    @Test
    void endsByItself() {
        var until = Instant.now().plusSeconds(1);
        post("", """
                {"id":"short","subscriber":"sales","domains":["none"],"channel":"feed","until":"%s"}""".formatted(until), 201);

        await().atMost(SOON).until(() -> changes("short").stream().anyMatch(change -> !change.getActive()));
        assertThat(changes("short").getLast().getPrincipal()).isEqualTo("until");
    }

    @Test
    void sendsATestMessageThroughTheChannel() {
        post("", """
                {"id":"try","subscriber":"sales","domains":["none"],"channel":"feed"}""", 201);
        assertThat(post("/try/test", "{}", 201).path("delivery").stringValue()).isEqualTo("sent");
        assertThat(updates("test.try").getFirst()).satisfies(update -> {
            assertThat(update.getKind()).isEqualTo("test");
            assertThat(update.getSubscriptions()).containsExactly("try");
        });

        var slack = post("/ops/test", "{}", 201);
        assertThat(slack.path("delivery").stringValue()).isEqualTo("suppressed");
        assertThat(slack.path("reason").stringValue()).contains("mesh.slack.webhook-url");
    }

    @Test
    void tellsOnlyOfChangesOfTheFieldsThatItNames() {
        post("", """
                {"id":"fields","subscriber":"sales","domains":["fields"],"changedFields":["orders.email"],"channel":"feed"}""", 201);

        assertThat(told("fields.other")).containsExactly("everything");
        var product = ProductPublished.newBuilder(published("fields.orders"));
        product.setChanges(List.of(PublishedChange.newBuilder()
                .setKind("changed")
                .setImpact("safe")
                .setPath("orders.email")
                .setReason("longer")
                .build()));
        platform.send("product.published", "fields.orders", product.build());
        assertThat(updates("fields.orders").getFirst().getSubscriptions()).containsExactly("everything", "fields");
    }

    @Test
    void tellsOnlyWhatTheFilterIsTrueForAndInDoubtToo() {
        post("", """
                {"id":"picky","subscriber":"sales","domains":["picky"],"channel":"feed",
                 "filter":"update.breaking || 'pii' in update.tags"}""", 201);
        post("", """
                {"id":"careless","subscriber":"sales","domains":["picky"],"channel":"feed","filter":"update.score < 0.5"}""", 201);
        assertThat(changes("picky").getFirst().getFilter()).isEqualTo("update.breaking || 'pii' in update.tags");
        assertThat(get("/careless").path("filter").stringValue()).isEqualTo("update.score < 0.5");

        assertThat(told("picky.calm")).containsExactly("careless", "everything");
        assertThat(query(
                        "select details from notification where subscription_id = 'careless' and product_id = ?",
                        "picky.calm"))
                .singleElement()
                .asString()
                .contains("could not be decided: the update has no 'score'");
        var product = ProductPublished.newBuilder(published("picky.broken"));
        product.setChanges(List.of(PublishedChange.newBuilder()
                .setKind("removed")
                .setImpact("breaking")
                .setPath("orders.email")
                .setReason("gone")
                .build()));
        platform.send("product.published", "picky.broken", product.build());
        assertThat(updates("picky.broken").getFirst().getSubscriptions())
                .containsExactly("careless", "everything", "picky");

        var problem = post("", """
                {"id":"typo2","subscriber":"sales","channel":"feed","filter":"update.brekaing"}""", 422);
        assertThat(problem.path("problems").get(0).path("pointer").stringValue())
                .isEqualTo("/filter");
        assertThat(problem.path("detail").stringValue())
                .contains("line 1, column 8: there is no field 'brekaing'. Did you mean `breaking`?");
    }

    @Test
    void subscribesWhomAContractNamesAndLetsThemLeave() {
        var first = ProductPublished.newBuilder(published("deal.orders"));
        first.setContract("""
                {"consumers":[{"team":"sales"},{"team":"finance"}]}""");
        platform.send("product.published", "deal.orders", first.build());
        await().atMost(SOON).until(() -> byContract("deal.orders").size() == 3);
        assertThat(byContract("deal.orders").stream()
                        .map(one -> one.path("subscriber").stringValue()))
                .containsExactlyInAnyOrder("team-deal", "sales", "finance");
        assertThat(followers("deal.orders")).contains("everything");

        send("DELETE", "/" + idOf("deal.orders", "finance"), "", 201);
        var second = ProductPublished.newBuilder(published("deal.orders", "2.0.0"));
        second.setRevision(2);
        second.setContract("""
                {"consumers":[{"team":"finance"},{"team":"legal"}]}""");
        platform.send("product.published", "deal.orders", second.build());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(byContract("deal.orders").stream()
                                .map(one -> one.path("subscriber").stringValue()))
                        .containsExactlyInAnyOrder("team-deal", "legal"));
    }

    @Test
    void subscribesTheTeamThatIsGivenAccessUntilItLosesIt() {
        var granted = accessDecided("open.orders", "sales", "permitted");
        var decidedAt = granted.getDecidedAt();
        platform.send("access.decided", "open.orders", granted.build(), Map.of("ce_id", "granted"));
        platform.send("access.decided", "open.orders", granted.build(), Map.of("ce_id", "granted"));
        await().atMost(SOON).until(() -> bySource("open.orders", "access").size() == 1);
        var id = bySource("open.orders", "access").getFirst().path("id").stringValue();
        assertThat(get("/" + id).path("subscriber").stringValue()).isEqualTo("sales");
        assertThat(told("open.orders")).contains(id, "everything");

        var late = accessDecided("open.orders", "sales", "denied").setDecidedAt(decidedAt.minusSeconds(1));
        platform.send("access.decided", "open.orders", late.build());
        platform.sendRaw("access.decided", "open.orders", "junk".getBytes(StandardCharsets.UTF_8), Map.of());
        var odd = accessDecided("open.orders", "sales", "perhaps");
        platform.send("access.decided", "open.orders", odd.build());
        var nobodys = accessDecided("open.orders", "sales", "permitted").setTeam(null);
        platform.send("access.decided", "open.orders", nobodys.build());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(platform.readRaw("notifier.dlt", 2, SOON).stream()
                                .filter(letter -> platform.topic("access.decided")
                                        .equals(TestPlatform.header(letter, "kafka_dlt-original-topic")))
                                .map(letter -> TestPlatform.header(letter, "mesh-dlt-reason")))
                        .hasSize(2)
                        .anyMatch(reason -> reason.contains("'perhaps' is neither permitted nor denied")));

        var refused = accessDecided("open.orders", "sales", "denied").setDecidedAt(decidedAt.plusSeconds(1));
        platform.send("access.decided", "open.orders", refused.build());
        await().atMost(SOON).until(() -> changes(id).stream().anyMatch(change -> !change.getActive()));
        assertThat(changes(id))
                .extracting(change -> change.getSource() + " " + change.getRevision() + " " + change.getActive())
                .containsExactly("access 1 true", "access 2 false");
    }

    /** All of them are decided at once. */
    private static List<String> told(String product) {
        platform.send("product.published", product, published(product));
        return await().atMost(SOON)
                .until(
                        () -> query(
                                "select subscription_id from notification where product_id = ? order by 1", product),
                        found -> !found.isEmpty());
    }

    private static List<String> query(String sql, String parameter) {
        return service.getBean(JdbcClient.class)
                .sql(sql)
                .param(parameter)
                .query(String.class)
                .list();
    }

    private static String idOf(String product, String team) {
        return byContract(product).stream()
                .filter(one -> one.path("subscriber").stringValue().equals(team))
                .findFirst()
                .orElseThrow()
                .path("id")
                .stringValue();
    }

    private static List<JsonNode> byContract(String product) {
        return bySource(product, "contract");
    }

    private static List<JsonNode> bySource(String product, String source) {
        return get("?product=" + product).path("items").values().stream()
                .filter(one -> one.path("source").stringValue().equals(source))
                .toList();
    }

    private static List<String> followers(String product) {
        return get("?product=" + product).path("items").findValuesAsString("id");
    }

    private static List<ProductUpdate> updates(String product) {
        return await().atMost(SOON)
                .until(
                        () -> platform.read("product.updates", ProductUpdate.class, 0, SOON).stream()
                                .filter(update -> product.equals(update.key()))
                                .map(ConsumerRecord::value)
                                .toList(),
                        found -> !found.isEmpty());
    }

    private static List<SubscriptionChanged> changes(String id) {
        return platform.read("subscription.changed", SubscriptionChanged.class, 0, SOON).stream()
                .map(ConsumerRecord::value)
                .filter(change -> id.equals(change.getSubscriptionId()))
                .toList();
    }

    private static JsonNode get(String path) {
        return send("GET", path, "", 200);
    }

    private static JsonNode post(String path, String body, int status) {
        return send("POST", path, body, status);
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
