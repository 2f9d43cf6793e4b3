package io.meshwork.notifier;

import static io.meshwork.notifier.Events.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.messaging.testkit.TestPlatform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RestTest {

    private static final Duration SOON = TestPlatform.PATIENCE;
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        var platform = TestPlatform.fresh();
        service = NotifierService.start(platform.args("notifier", "--mesh.notifications.subscribe-by-contract=false"));
        for (int i = 0; i < 7; i++) {
            platform.send("product.published", "cart.p" + i, published("cart.p" + i));
        }
        platform.send("product.rejected", "sales.refused", Events.rejected("sales.refused"));
        await().atMost(SOON)
                .until(() -> items("/api/v1/notifications?limit=500").size() == 15);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void pagesThroughNotificationsNewestFirst() {
        var ids = new ArrayList<String>();
        var next = "/api/v1/notifications?channel=feed&limit=4";
        while (!next.isEmpty()) {
            var page = get(next, 200);
            page.path("items").forEach(item -> ids.add(item.path("id").stringValue()));
            next = page.path("next").asString("");
        }

        assertThat(ids).hasSize(14).doesNotHaveDuplicates();
    }

    @Test
    void findsTheNotificationsOfAProduct() {
        assertThat(items("/api/v1/notifications?product=cart.p3"))
                .hasSize(2)
                .allSatisfy(
                        item -> assertThat(item.path("headline").stringValue()).contains("cart.p3 1.0.0"));
    }

    @Test
    void findsTheNotificationsInAState() {
        assertThat(items("/api/v1/notifications?state=suppressed"))
                .hasSize(1)
                .first()
                .satisfies(item -> {
                    assertThat(item.path("product").stringValue()).isEqualTo("sales.refused");
                    assertThat(item.path("reason").stringValue()).contains("mesh.slack.webhook-url");
                });
    }

    @Test
    void answersWhetherATeamWasToldOfAProductHowAndWhen() {
        var told = items("/api/v1/notifications?subscriber=marketing&product=cart.p3&kind=published&channel=feed");

        assertThat(told)
                .hasSize(1)
                .first()
                .satisfies(item ->
                        assertThat(item.path("subscription").stringValue()).isEqualTo("marketing"));
        var recorded = told.getFirst().path("recordedAt").stringValue();
        var one = "/api/v1/notifications?subscription=marketing&product=cart.p3";
        assertThat(items(one + "&from=" + recorded)).hasSize(1);
        assertThat(items(one + "&until=" + recorded)).isEmpty();
        assertThat(items("/api/v1/notifications?subscriber=nobody")).isEmpty();
        assertThat(items("/api/v1/notifications?subscriber=marketing&channel=slack"))
                .isEmpty();
        assertThat(items("/api/v1/notifications?state=suppressed&subscriber=ops&kind=submission_rejected"))
                .hasSize(1);
    }

    @Test
    void triesNothingAgainThatWasNotRefused() {
        var sent = items("/api/v1/notifications?state=sent&limit=1")
                .getFirst()
                .path("id")
                .stringValue();
        var suppressed = items("/api/v1/notifications?state=suppressed")
                .getFirst()
                .path("id")
                .stringValue();
        var bulk = "/api/v1/notifications/replay";

        assertThat(post("/api/v1/notifications/" + sent + "/replay", "", 409)
                        .path("detail")
                        .stringValue())
                .contains("it was delivered by feed at ");
        assertThat(post("/api/v1/notifications/" + suppressed + "/replay", "", 409)
                        .path("detail")
                        .stringValue())
                .contains("not sent on purpose", "mesh.slack.webhook-url");
        assertThat(post("/api/v1/notifications/" + new UUID(0, 7) + "/replay", "", 404)
                        .path("code")
                        .stringValue())
                .isEqualTo("notification.unknown");
        post("/api/v1/notifications/seven/replay", "", 400);
        assertThat(post(bulk, "{}", 422).path("detail").stringValue()).startsWith("/subscription: name");
        post(bulk, "{\"subscription\": \"ops\", \"limit\": 1001}", 422);
        assertThat(post(bulk, "{\"subscription\": \"ops\"}", 200)
                        .path("replayed")
                        .asInt())
                .isZero();
    }

    @Test
    void saysWhichKindsAndChannelsThereAre() {
        assertThat(get("/api/v1/notifications?kind=publishd", 400)
                        .path("detail")
                        .stringValue())
                .contains("'publishd'", "published");
        assertThat(get("/api/v1/notifications?channel=smoke", 400)
                        .path("detail")
                        .stringValue())
                .contains("'smoke'", "slack");
        assertThat(get("/api/v1/notifications?from=yesterday", 400)
                        .path("status")
                        .asInt())
                .isEqualTo(400);
        assertThat(get("/api/v1/notifications?team=x", 400).path("detail").stringValue())
                .contains("subscriber");
    }

    @Test
    void saysWhichStatesThereAre() {
        var problem = get("/api/v1/notifications?state=lost", 400);

        assertThat(problem.path("detail").stringValue()).contains("'lost'", "waiting, sent, failed, suppressed");
    }

    @Test
    void refusesAPageThatIsTooLarge() {
        assertThat(get("/api/v1/notifications?limit=501", 400).path("status").asInt())
                .isEqualTo(400);
        assertThat(get("/api/v1/subscriptions?limit=0", 400).path("status").asInt())
                .isEqualTo(400);
    }

    @Test
    void goesOnAfterWhatWasSeenInEveryList() {
        for (var list : List.of(
                "dead-letters", "notifications", "incidents", "silences", "subscriptions", "updates", "webhooks")) {
            var problem = get("/api/v1/" + list + "?cursor=7", 400);

            assertThat(problem.path("detail").stringValue())
                    .as(list)
                    .contains("does not know the query parameter cursor; it takes after, ");
        }
    }

    @Test
    void pagesThroughSubscriptions() {
        var first = get("/api/v1/subscriptions?limit=2", 200);
        var rest = get(first.path("next").stringValue(), 200);

        assertThat(first.path("items").findValuesAsString("id")).containsExactly("everything", "marketing");
        assertThat(rest.path("items").findValuesAsString("id")).containsExactly("ops");
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void describesItself() {
        var paths = get("/api/v1/openapi", 200).path("paths");

        assertThat(paths.propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/dead-letters",
                        "/api/v1/dead-letters/{id}",
                        "/api/v1/dead-letters/{id}/discard",
                        "/api/v1/dead-letters/{id}/replay",
                        "/api/v1/dead-letters/discard",
                        "/api/v1/dead-letters/replay",
                        "/api/v1/feeds/domains/{domain}",
                        "/api/v1/feeds/products/{product}",
                        "/api/v1/feeds/subscriptions/{subscription}",
                        "/api/v1/notifications",
                        "/api/v1/notifications/{id}/replay",
                        "/api/v1/notifications/replay",
                        "/api/v1/incidents",
                        "/api/v1/incidents/{id}",
                        "/api/v1/incidents/{id}/acknowledge",
                        "/api/v1/incidents/{id}/unacknowledge",
                        "/api/v1/incidents/{id}/resolve",
                        "/api/v1/incidents/requests/{requestId}",
                        "/api/v1/silences",
                        "/api/v1/silences/{id}",
                        "/api/v1/silences/requests/{requestId}",
                        "/api/v1/subscriptions",
                        "/api/v1/subscriptions/{id}",
                        "/api/v1/subscriptions/{id}/pause",
                        "/api/v1/subscriptions/{id}/resume",
                        "/api/v1/subscriptions/{id}/test",
                        "/api/v1/subscriptions/{id}/topic",
                        "/api/v1/subscriptions/requests/{requestId}",
                        "/api/v1/updates",
                        "/api/v1/updates/stream",
                        "/api/v1/webhooks",
                        "/api/v1/webhooks/{id}",
                        "/api/v1/webhooks/{id}/secrets",
                        "/api/v1/webhooks/{id}/state",
                        "/api/v1/webhooks/{id}/replays");
    }

    private static List<JsonNode> items(String path) {
        return get(path, 200).path("items").values().stream().toList();
    }

    private static JsonNode get(String path, int status) {
        return send(path, HttpRequest.newBuilder().GET(), status);
    }

    private static JsonNode post(String path, String body, int status) {
        var request = HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body));
        return send(path, request.header("Content-Type", "application/json"), status);
    }

    private static JsonNode send(String path, HttpRequest.Builder request, int status) {
        var port = service.getEnvironment().getProperty("local.server.port");
        try {
            var response = HTTP.send(
                    request.uri(URI.create("http://127.0.0.1:" + port + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            return JSON.readTree(response.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
