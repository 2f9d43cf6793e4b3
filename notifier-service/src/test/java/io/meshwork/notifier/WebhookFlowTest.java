package io.meshwork.notifier;

import static io.meshwork.notifier.Events.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.SubmittedSchedule;
import io.meshwork.events.SubscriptionSubmitted;
import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.channel.webhook.WebhookStandIn;
import io.meshwork.notifier.channel.webhook.WebhookStandIn.Received;
import io.meshwork.notifier.channel.webhook.WebhookStandIn.Reply;
import io.meshwork.notifier.channel.webhook.endpoint.EndpointDesk;
import io.meshwork.notifier.channel.webhook.endpoint.EndpointForm;
import io.meshwork.notifier.channel.webhook.endpoint.EndpointResult;
import io.meshwork.notifier.channel.webhook.endpoint.EndpointResult.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From facts to signed requests, on a real broker, a real database and real sockets. Each test has an endpoint and a domain of its own. */
class WebhookFlowTest {

    private static final Duration SOON = TestPlatform.PATIENCE;
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static TestPlatform platform;
    private static WebhookStandIn receivers;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        platform = TestPlatform.fresh();
        receivers = WebhookStandIn.start();
        service = NotifierService.start(platform.args(
                "notifier",
                "--mesh.webhooks.key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                "--mesh.webhooks.allowed-networks=127.0.0.0/8",
                "--mesh.webhooks.schedule=100ms,200ms,400ms",
                "--mesh.webhooks.jitter=0.1",
                "--mesh.webhooks.request-timeout=1500ms"));
    }

    @AfterAll
    static void stop() {
        service.close();
        receivers.close();
    }

    @Test
    void sendsAProductsNewsAsASignedCloudEvent() {
        var secret = create("signed");
        subscribe("signed");

        publish("signed.orders");

        var request = received("signed", 1).getFirst();
        assertThat(request.isSignedBy(secret)).isTrue();
        var event = request.event();
        assertThat(event.path("specversion").stringValue()).isEqualTo("1.0");
        assertThat(event.path("id").stringValue()).isEqualTo(request.id());
        assertThat(event.path("type").stringValue()).isEqualTo("io.meshwork.product.updates.v1");
        assertThat(event.path("subject").stringValue()).isEqualTo("signed.orders");
        assertThat(event.path("data").path("kind").stringValue()).isEqualTo("published");
        assertThat(event.path("data").path("subscriptions").path(0).stringValue())
                .isEqualTo("signed");
        assertThat(event.path("data").path("link").stringValue()).endsWith("/products/signed.orders");
        await().atMost(SOON).until(() -> waiting("signed") == 0);
        var health = get("/signed", 200).path("health");
        assertThat(health.path("lastSuccess").isMissingNode()).isFalse();
        assertThat(health.path("failuresInRow").asInt()).isZero();
        assertThat(count("webhook_endpoint", "secret like '%" + secret.substring(6, 20) + "%'"))
                .isZero();
        assertThat(get("/signed", 200).toString()).doesNotContain("whsec_");
    }

    /** The interval is set to end, the rest is as it would be. */
    @Test
    void whatComesWithADigestWaitsForItAndHoldsUpNothing() {
        create("digest");
        subscribe("digest");
        subscribe(Events.subscription("digest-daily")
                .setChannel("webhook")
                .setTarget("digest")
                .setProducts(List.of("digest.*"))
                .setSchedule(
                        SubmittedSchedule.newBuilder().setDigestMinutes(1_440).build())
                .build());
        publish("digest.orders");
        await().atMost(SOON).until(() -> count("notification", "target = 'digest' and state = 'sent'") == 1);

        await().atMost(SOON)
                .until(() ->
                        count("job", "kind = 'webhook' and key = 'digest' and lease is null and due_at > now()") == 1);
        assertThat(count("notification", "target = 'digest' and state = 'waiting' and not_before > now()"))
                .isEqualTo(1);
        assertThat(receivers.received("digest")).hasSize(1);
        var due = Instant.now().plusMillis(500);
        service.getBean(JdbcClient.class)
                .sql("update notification set not_before = ? where target = 'digest' and state = 'waiting'")
                .param(due.atOffset(ZoneOffset.UTC))
                .update();
        service.getBean(JdbcClient.class)
                .sql("update job set due_at = now() where kind = 'webhook' and key = 'digest'")
                .update();

        assertThat(received("digest", 2).get(1).time()).isAfterOrEqualTo(due);
        await().atMost(SOON).until(() -> count("notification", "target = 'digest' and state = 'sent'") == 2);
    }

    @Test
    void triesAgainUnderTheSameIdAndHoldsBackWhatComesLater() {
        var secret = create("again");
        subscribe("again");
        receivers.replyOnce("again", Reply.of(500), Reply.of(302));

        publish("again.first");
        await().atMost(SOON).until(() -> !receivers.received("again").isEmpty());
        publish("again.second", "again.third");

        var requests = received("again", 5);
        assertThat(requests.subList(0, 3))
                .extracting(Received::id)
                .containsOnly(requests.getFirst().id());
        assertThat(requests).allMatch(request -> request.isSignedBy(secret));
        assertThat(requests.subList(2, 5))
                .extracting(request -> request.event().path("subject").stringValue())
                .startsWith("again.first")
                .containsExactlyInAnyOrder("again.first", "again.second", "again.third");
        await().atMost(SOON).until(() -> count("notification", "target = 'again' and state = 'sent'") == 3);
        assertThat(count("notification", "product_id = 'again.first' and target = 'again' and attempts = 3"))
                .isEqualTo(1);
    }

    @Test
    void givesUpAfterTheLastTryAndReplaysWhenAsked() {
        create("broken");
        subscribe("broken");
        receivers.reply("broken", Reply.of(500));
        publish("broken.orders");
        await().atMost(SOON).until(() -> count("notification", "target = 'broken' and state = 'failed'") == 1);
        assertThat(receivers.received("broken")).hasSize(4);
        assertThat(count(
                        "notification",
                        "target = 'broken' and reason = 'the endpoint answered 500, at the last of 4 tries'"))
                .isEqualTo(1);
        assertThat(get("/broken", 200).path("health").path("lastFailureReason").stringValue())
                .isEqualTo("the endpoint answered 500");

        receivers.reply("broken", Reply.of(200));
        assertThat(send("PUT", "/broken/state", "{\"state\":\"enabled\"}", 200)
                        .path("health")
                        .path("failuresInRow")
                        .asInt())
                .isZero();
        assertThat(send("POST", "/broken/replays", "", 200)
                        .path("notifications")
                        .asInt())
                .isEqualTo(1);

        assertThat(received("broken", 5))
                .extracting(Received::id)
                .hasSize(5)
                .containsOnly(receivers.received("broken").getFirst().id());
        await().atMost(SOON)
                .until(() -> count("notification", "target = 'broken' and state = 'sent' and attempts = 5") == 1);
    }

    @Test
    void sendsNothingMoreToAnEndpointThatIsGoneAndTellsItsOwner() {
        create("gone");
        subscribe("gone");
        receivers.reply("gone", new Reply(410, Map.of(), 300));
        publish("gone.first", "gone.second");

        await().atMost(SOON).until(() -> count("notification", "target = 'gone' and state = 'suppressed'") == 2);

        assertThat(receivers.received("gone")).hasSize(1);
        var endpoint = get("/gone", 200);
        assertThat(endpoint.path("state").stringValue()).isEqualTo("gone");
        assertThat(endpoint.path("reason").stringValue()).isEqualTo("the endpoint answered 410 Gone");
        assertThat(count(
                        "notification", "kind = 'webhook_disabled' and headline = 'Webhook gone of sales is disabled'"))
                .isEqualTo(1);
        assertThat(send("POST", "/gone/replays", "", 409).path("detail").stringValue())
                .contains("mesh webhook enable gone");
    }

    @Test
    void disablesWhatFailsForDays() {
        create("forlorn");
        subscribe("forlorn");
        receivers.reply("forlorn", Reply.of(503));
        service.getBean(JdbcClient.class)
                .sql(
                        "update webhook_endpoint set failures = 9, failing_since = now() - interval '6 days' where id = 'forlorn'")
                .update();

        publish("forlorn.orders");

        await().atMost(SOON)
                .until(() -> get("/forlorn", 200).path("state").stringValue().equals("disabled"));
        assertThat(get("/forlorn", 200).path("reason").stringValue())
                .contains("it has failed since", "the endpoint answered 503");
        await().atMost(SOON).until(() -> count("notification", "target = 'forlorn' and state = 'suppressed'") == 1);
        assertThat(count("notification", "kind = 'webhook_disabled' and headline like 'Webhook forlorn %'"))
                .isEqualTo(1);
    }

    @Test
    void waitsAsLongAsTheEndpointAsksWhateverComesMeanwhile() {
        create("busy");
        subscribe("busy");
        receivers.replyOnce("busy", new Reply(429, Map.of("Retry-After", "1"), 0));
        publish("busy.first");
        received("busy", 1);

        publish("busy.second");

        var requests = received("busy", 3);
        assertThat(Duration.between(requests.get(0).time(), requests.get(1).time()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(950));
    }

    @Test
    void aDeadOrSlowEndpointDelaysNoOther() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            create("healthy");
            create("slow");
            create("silent", "http://127.0.0.1:" + silent.getLocalPort() + "/");
            receivers.reply("slow", new Reply(200, Map.of(), 1_000));
            subscribe("silent", "side.*", "silent");
            subscribe("slow", "side.*", "slow");
            subscribe("healthy", "side.*", "healthy");

            publish("side.a", "side.b", "side.c", "side.d");

            received("healthy", 4);
            assertThat(receivers.received("slow")).hasSizeLessThan(4);
            await().atMost(SOON)
                    .until(() -> get("/silent", 200)
                            .path("health")
                            .path("lastFailureReason")
                            .asString("")
                            .equals("the endpoint did not answer within 1500 ms"));
            assertThat(get("/silent", 200).path("health").path("pending").asInt())
                    .isEqualTo(4);
            received("slow", 4);
        }
    }

    @Test
    void signsWithBothSecretsAfterARotationUnlessTheFormerHasLeaked() {
        var former = create("rotated");
        subscribe("rotated");
        var newer = send("POST", "/rotated/secrets", "", 200).path("secret").stringValue();
        publish("rotated.first");
        var both = received("rotated", 1).getFirst();
        assertThat(both.isSignedBy(former)).isTrue();
        assertThat(both.isSignedBy(newer)).isTrue();
        await().atMost(SOON).until(() -> waiting("rotated") == 0);

        var newest = send("POST", "/rotated/secrets", "{\"now\":true}", 200)
                .path("secret")
                .stringValue();

        publish("rotated.second");
        var one = received("rotated", 2).getLast();
        assertThat(one.isSignedBy(newest)).isTrue();
        assertThat(one.isSignedBy(newer)).isFalse();
        assertThat(one.isSignedBy(former)).isFalse();
    }

    @Test
    void whatWasSentButNotRecordedIsSentAgainUnderTheSameId() {
        create("crash");
        subscribe("crash");
        var jdbc = service.getBean(JdbcClient.class);
        jdbc.sql("""
                create function fail_to_record() returns trigger language plpgsql as
                $$ begin raise exception 'the replica died here'; end $$""").update();
        jdbc.sql("""
                create trigger fail_to_record before update on notification for each row
                when (new.target = 'crash' and new.state = 'sent') execute function fail_to_record()""").update();

        publish("crash.orders");
        received("crash", 1);
        await().atMost(SOON).until(() -> count("job", "key = 'crash' and last_error is not null") == 1);
        jdbc.sql("drop trigger fail_to_record on notification").update();

        var requests = received("crash", 2);
        assertThat(requests)
                .extracting(Received::id)
                .containsOnly(requests.getFirst().id());
        assertThat(requests)
                .extracting(Received::body)
                .containsOnly(requests.getFirst().body());
        await().atMost(SOON).until(() -> count("notification", "target = 'crash' and state = 'sent'") == 1);
    }

    @Test
    void sendsNothingForAnotherTeamsSubscriptionOrToWhatDoesNotExist() {
        create("private", receivers.url("private"), "cart");
        subscribe("intruder", "theft.*", "private");
        subscribe("lost", "theft.*", "nowhere");

        publish("theft.orders");

        await().atMost(SOON)
                .until(() -> count("notification", "product_id = 'theft.orders' and state = 'suppressed'") == 2);
        assertThat(count("notification", "subscription_id = 'intruder' and reason like '%belongs to another team%'"))
                .isEqualTo(1);
        assertThat(count("notification", "subscription_id = 'lost' and reason like '%no webhook endpoint%nowhere%'"))
                .isEqualTo(1);
        assertThat(receivers.received("private")).isEmpty();
    }

    @Test
    void suppressesWhatWaitsWhenTheTeamDisablesItsEndpoint() {
        create("paused");
        subscribe("paused");
        send("PUT", "/paused/state", "{\"state\":\"disabled\"}", 200);

        publish("paused.orders");

        await().atMost(SOON).until(() -> count("notification", "target = 'paused' and state = 'suppressed'") == 1);
        assertThat(receivers.received("paused")).isEmpty();
        send("DELETE", "/paused", "", 204);
        get("/paused", 404);
    }

    @Test
    void letsNobodyElseTouchATeamsEndpoint() {
        create("owned");
        var desk = service.getBean(EndpointDesk.class);
        Function<String, String> denial = team -> "not of " + team;

        assertThat(List.of(
                        desk.create(new EndpointForm("other", "sales", receivers.url("x")), denial, "eve"),
                        desk.rotate("owned", true, denial),
                        desk.enable("owned", denial),
                        desk.disable("owned", "eve", denial),
                        desk.replay("owned", Instant.EPOCH, denial),
                        desk.delete("owned", denial)))
                .allSatisfy(result -> assertThat(result)
                        .isEqualTo(new Refused(EndpointResult.Code.DENIED, "not of sales", List.of())));
        assertThat(get("/owned", 200).path("state").stringValue()).isEqualTo("enabled");
    }

    @Test
    void refusesWhatItCannotSendTo() {
        assertThat(refusal("http://10.0.0.1/")).contains("private", "allowed-networks");
        assertThat(refusal("https://169.254.169.254/latest/")).contains("link-local");
        assertThat(refusal("https://0x7f000001/")).contains("four decimal numbers");
        assertThat(refusal("https://user:pw@127.0.0.1/")).contains("must not hold a user");
        create("taken");
        assertThat(send("POST", "", body("taken", receivers.url("taken"), "sales"), 409)
                        .path("detail")
                        .stringValue())
                .contains("another id");
        assertThat(send("PUT", "/taken/state", "{\"state\":\"asleep\"}", 400)
                        .path("detail")
                        .stringValue())
                .contains("enabled or disabled");
    }

    @Test
    void pagesThroughTheEndpointsOfATeam() {
        create("page-1", receivers.url("page"), "pages");
        create("page-2", receivers.url("page"), "pages");

        var first = get("?team=pages&limit=1", 200);
        assertThat(first.path("items").findValuesAsString("id")).containsExactly("page-1");
        var rest = get(first.path("next").stringValue().substring("/api/v1/webhooks".length()), 200);
        assertThat(rest.path("items").findValuesAsString("id")).containsExactly("page-2");
        assertThat(rest.path("next").isNull()).isTrue();
    }

    private static String refusal(String url) {
        return send("POST", "", body("refused", url, "sales"), 422)
                .path("problems")
                .path(0)
                .path("message")
                .stringValue();
    }

    private static String create(String id) {
        return create(id, receivers.url(id));
    }

    private static String create(String id, String url) {
        return create(id, url, "sales");
    }

    private static String create(String id, String url, String team) {
        return send("POST", "", body(id, url, team), 201).path("secret").stringValue();
    }

    private static String body(String id, String url, String team) {
        return JSON.writeValueAsString(Map.of("id", id, "team", team, "url", url));
    }

    private static void subscribe(String endpoint) {
        subscribe(endpoint, endpoint + ".*", endpoint);
    }

    private static void subscribe(String id, String products, String endpoint) {
        subscribe(Events.subscription(id)
                .setChannel("webhook")
                .setTarget(endpoint)
                .setProducts(List.of(products))
                .build());
    }

    private static void subscribe(SubscriptionSubmitted request) {
        var id = request.getSubscriptionId();
        platform.send("subscription.submitted", id, request);
        await().atMost(SOON).until(() -> count("subscription", "id = '" + id + "' and active") == 1);
    }

    private static void publish(String... products) {
        for (var product : products) {
            platform.send("product.published", product, published(product));
        }
    }

    private static List<Received> received(String name, int expected) {
        await().atMost(SOON).until(() -> receivers.received(name).size() >= expected);
        return receivers.received(name);
    }

    private static int waiting(String endpoint) {
        return count("notification", "target = '" + endpoint + "' and state = 'waiting'");
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

    private static JsonNode send(String method, String path, String body, int status) {
        var port = service.getEnvironment().getProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/webhooks" + path));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            var response = HTTP.send(
                    request.method(
                                    method,
                                    body.isEmpty()
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            return response.body().isEmpty() ? JSON.missingNode() : JSON.readTree(response.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
