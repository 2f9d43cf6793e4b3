package io.meshwork.notifier;

import static io.meshwork.notifier.Events.listing;
import static io.meshwork.notifier.Events.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.IncidentChanged;
import io.meshwork.events.IncidentSubmitted;
import io.meshwork.events.SilenceChanged;
import io.meshwork.events.SilenceSubmitted;
import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.channel.slack.SlackStandIn;
import io.meshwork.notifier.channel.slack.SlackStandIn.Received;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people do about incidents, on a real broker and a real database. */
class IncidentFlowTest {

    private static final Duration SOON = TestPlatform.PATIENCE;
    private static final Duration REMINDED = Duration.ofSeconds(2);
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static TestPlatform platform;
    private static SlackStandIn slack;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        platform = TestPlatform.fresh();
        slack = SlackStandIn.start();
        service = NotifierService.start(platform.args(
                "notifier",
                "--mesh.notifications.subscribe-by-contract=false",
                "--mesh.slack.webhook-url=" + slack.webhook(),
                "--mesh.slack.interval=50ms",
                "--mesh.slack.digest-above=50",
                "--mesh.incidents.group-wait=0s",
                "--mesh.incidents.repeat-interval=" + REMINDED.toMillis() + "ms"));
    }

    @AfterAll
    static void stop() {
        service.close();
        slack.close();
    }

    @Test
    void tellsOfTroubleOnceThatSomebodyTakesCareOfItAndItsEnd() {
        block("life.orders");
        await().atMost(SOON).until(() -> told("life.orders").size() >= 1);
        var id = incident("life.orders");

        post("/incidents/" + id + "/acknowledge", "{\"note\":\"on it\"}", 201);
        assertThat(post("/incidents/" + id + "/acknowledge", "{\"note\":\"on it\"}", 200)
                        .path("state")
                        .stringValue())
                .isEqualTo("unchanged");
        await().atMost(SOON).until(() -> count("notification", "state = 'waiting' and incident = " + id) == 0);
        int messages = told("life.orders").size();
        await().during(REMINDED.plusMillis(500))
                .atMost(SOON)
                .until(() -> told("life.orders").size() == messages);

        platform.send("product.listing", "life.orders", listing("life.orders", 3, "listed"));

        await().atMost(SOON).until(() -> told("life.orders").getLast().text().contains("Resolved after"));
        var story = get("/incidents/" + id, 200);
        assertThat(story.path("incident").path("state").stringValue()).isEqualTo("resolved");
        assertThat(story.path("story").findValuesAsString("what"))
                .containsExactly("opened", "acknowledged", "resolved");
        assertThat(story.path("story").path(1).path("note").stringValue()).isEqualTo("on it");
        assertThat(story.path("told").path(0).path("channel").stringValue()).isEqualTo("slack");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(changes(id)).containsExactly("opened", "acknowledged local", "resolved"));
        assertThat(post("/incidents/" + id + "/acknowledge", "", 409)
                        .path("code")
                        .stringValue())
                .isEqualTo("incident.over");
    }

    @Test
    void holdsWhatIsSilencedAndTellsItWhenTheSilenceIsEnded() {
        var id = post("/silences", """
                {"domains":["quiet"],"until":"%s","reason":"migration"}""".formatted(inAnHour()), 201).path("id").stringValue();
        assertThat(id).matches("s-[a-z0-9]{8}");
        block("quiet.orders");
        await().atMost(SOON).until(() -> count("notification", "reason like 'silenced by " + id + " until %'") >= 1);
        assertThat(told("quiet.orders")).isEmpty();
        var silenced = get("/incidents/" + incident("quiet.orders"), 200).path("silence");
        assertThat(silenced.path("id").stringValue()).isEqualTo(id);
        assertThat(silenced.path("reason").stringValue()).isEqualTo("migration");
        assertThat(get("/silences?state=in_force", 200).path("items").findValuesAsString("id"))
                .contains(id);

        send("DELETE", "/silences/" + id, "", 201);

        await().atMost(SOON).until(() -> told("quiet.orders").size() >= 1);
        send("DELETE", "/silences/" + id, "", 200);
        assertThat(get("/silences/" + id, 200).path("state").stringValue()).isEqualTo("ended");
        await().atMost(SOON).untilAsserted(() -> assertThat(silences(id)).containsExactly("1 active", "2 ended"));
        post("/incidents/" + incident("quiet.orders") + "/resolve", "", 201);
    }

    @Test
    void listsWhatIsWrongNewestFirst() {
        block("list.a", "list.b", "list.c");
        await().atMost(SOON).until(() -> count("incident", "domain = 'list'") == 3);
        post("/incidents/" + incident("list.b") + "/resolve", "{\"note\":\"mended\"}", 201);

        var first = get("/incidents?domain=list&limit=1", 200);
        assertThat(first.path("items").findValuesAsString("product")).containsExactly("list.c");
        assertThat(get(first.path("next").stringValue().replace("/api/v1", ""), 200)
                        .path("items")
                        .findValuesAsString("product"))
                .containsExactly("list.a");
        assertThat(get("/incidents?domain=list&state=all&severity=critical", 200)
                        .path("items"))
                .hasSize(3);
        assertThat(get("/incidents?product=list.b&state=resolved", 200)
                        .path("items")
                        .path(0)
                        .path("note")
                        .stringValue())
                .isEqualTo("mended");
        assertThat(get("/incidents?domain=list&since=" + inAnHour(), 200).path("items"))
                .isEmpty();
        get("/incidents?since=%2B1000000000-01-01T00:00:00Z", 400);
        assertThat(get("/incidents?state=lost", 400).path("detail").stringValue())
                .contains("'lost'", "open, acknowledged, resolved, all");
        for (var product : List.of("list.a", "list.c")) {
            post("/incidents/" + incident(product) + "/resolve", "", 201);
        }
    }

    @Test
    void refusesWhatItDoesNotKnowAndSaysWhere() {
        assertThat(post("/incidents/4711/resolve", "", 404).path("code").stringValue())
                .isEqualTo("incident.unknown");
        get("/incidents/nothing", 404);
        get("/silences/nothing", 404);
        send("DELETE", "/silences/nothing", "", 404);
        var problem = post("/silences", """
                {"id":"typo","domains":["cart"],"eventTypes":["published"],"from":"soon","reason":"x",
                 "weekly":{"days":["sun"],"from":"02:00","to":"4"}}""", 422);
        assertThat(problem.path("problems").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/from", "/eventTypes/0", "/weekly/zone");
    }

    @Test
    void keepsWhatRecordsAskForInVainAmongTheDeadLetters() {
        var unknown = IncidentSubmitted.newBuilder().setIncidentId("4712").setAction("resolve");
        platform.send("incident.submitted", "4712", unknown.build());
        platform.send("incident.submitted", "4712", unknown.setAction("forget").build());
        platform.send("incident.submitted", "4713", unknown.setAction("resolve").build());
        platform.sendRaw("incident.submitted", "4712", "junk".getBytes(StandardCharsets.UTF_8), Map.of());
        platform.send(
                "silence.submitted",
                "ever",
                SilenceSubmitted.newBuilder()
                        .setSilenceId("ever")
                        .setReason("for ever")
                        .build());
        platform.sendRaw("silence.submitted", "x", "junk".getBytes(StandardCharsets.UTF_8), Map.of());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(platform.readRaw("notifier.dlt", 0, SOON).stream()
                                .map(letter -> TestPlatform.header(letter, "kafka_dlt-original-topic") + " "
                                        + TestPlatform.header(letter, "mesh-dlt-reason"))
                                .toList())
                        .anyMatch(letter -> letter.contains("incident.unknown: there is no incident 4712"))
                        .anyMatch(letter -> letter.contains("the action 'forget' is unknown"))
                        .anyMatch(letter -> letter.contains("/until: say when it ends"))
                        .anyMatch(letter ->
                                letter.contains("incident.submitted") && letter.contains("not a readable record"))
                        .anyMatch(letter ->
                                letter.contains("silence.submitted") && letter.contains("not a readable record"))
                        .anyMatch(letter -> letter.contains("incident.submitted") && letter.contains("4713")));
    }

    @Test
    void changesASilenceOnlyWhenThatIsMeant() {
        var hours = """
                {"id":"weekly","products":["none.*"],"reason":"backup",
                 "weekly":{"days":["sat","sun"],"from":"02:00","to":"04:00","zone":"Europe/Berlin"}}""";
        post("/silences", hours, 201);
        post("/silences", hours, 200);
        assertThat(post("/silences", hours.replace("backup", "other"), 409)
                        .path("code")
                        .stringValue())
                .isEqualTo("silence.exists");
        assertThat(send("PUT", "/silences/weekly", hours.replace("backup", "other"), 201)
                        .path("revision")
                        .asInt())
                .isEqualTo(2);
        var stands = get("/silences/weekly", 200);
        assertThat(stands.path("weekly").path("zone").stringValue()).isEqualTo("Europe/Berlin");
        assertThat(stands.path("until").isNull()).isTrue();
        assertThat(stands.path("reason").stringValue()).isEqualTo("other");
    }

    private static void block(String... products) {
        for (var product : products) {
            platform.send("product.published", product, published(product));
            await().atMost(SOON).until(() -> count("known_product", "product_id = '" + product + "'") == 1);
            platform.send("product.listing", product, listing(product, 2, "blocked"));
            await().atMost(SOON).until(() -> count("incident", "product_id = '" + product + "'") == 1);
        }
    }

    private static String incident(String product) {
        return get("/incidents?state=all&product=" + product, 200)
                .path("items")
                .path(0)
                .path("id")
                .stringValue();
    }

    /** Messages about a product. */
    private static List<Received> told(String product) {
        return slack.accepted().stream()
                .filter(message -> message.text().contains(product))
                .toList();
    }

    private static List<String> changes(String id) {
        return platform.read("incident.changed", IncidentChanged.class, 0, SOON).stream()
                .map(record -> record.value())
                .filter(change -> change.getIncidentId().equals(id))
                .map(change -> change.getChange() + (change.getPrincipal() == null ? "" : " " + change.getPrincipal()))
                .toList();
    }

    private static List<String> silences(String id) {
        return platform.read("silence.changed", SilenceChanged.class, 0, SOON).stream()
                .map(record -> record.value())
                .filter(change -> change.getSilenceId().equals(id))
                .map(change -> change.getRevision() + (change.getActive() ? " active" : " ended"))
                .toList();
    }

    private static Instant inAnHour() {
        return Instant.now().plus(Duration.ofHours(1));
    }

    private static int count(String table, String condition) {
        return service.getBean(JdbcClient.class)
                .sql("select count(*) from " + table + " where " + condition)
                .query(Integer.class)
                .single();
    }

    private static JsonNode get(String path, int status) {
        return send("GET", path, "", status);
    }

    private static JsonNode post(String path, String body, int status) {
        return send("POST", path, body, status);
    }

    private static JsonNode send(String method, String path, String body, int status) {
        var port = service.getEnvironment().getProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Prefer", TestPlatform.WAIT)
                .method(method, BodyPublishers.ofString(body));
        try {
            var response = HTTP.send(
                    body.isEmpty()
                            ? request.build()
                            : request.header("Content-Type", "application/json").build(),
                    BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            return JSON.readTree(response.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
