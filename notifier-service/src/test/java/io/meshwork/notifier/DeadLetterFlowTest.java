package io.meshwork.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.deadletter.jdbc.SettlingLock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Operators and the dead letters of the mesh, over REST, on a real broker. */
class DeadLetterFlowTest {

    private static final Duration SOON = TestPlatform.PATIENCE;
    private static final String INPUT = "product.rejected";
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
    void whatFailsAgainAfterAReplayComesBackWithItsCountUntilItIsDiscarded() {
        platform.sendRaw(INPUT, "cart.poison", bytes("not Avro"), Map.of("mesh-token", "a-secret", "colour", "red"));
        var letter = open("cart.poison", 1).getFirst();
        var id = text(letter, "id");
        assertThat(id).startsWith("notifier:0:");
        assertThat(text(letter, "origin")).startsWith(platform.topic(INPUT) + " ");

        var shown = get("/" + id, 200);
        assertThat(text(shown.path("value"), "text")).isEqualTo("not Avro");
        assertThat(text(shown.path("value"), "what")).contains("not in the wire format");
        assertThat(shown.path("headers").toString()).contains("red").doesNotContain("a-secret");

        var replayed = post("/" + id + "/replay", "", 200).path("settled");
        assertThat(text(replayed, "how")).isEqualTo("replayed");
        assertThat(text(replayed, "by")).isEqualTo("local");
        assertThat(text(replayed, "why")).contains(platform.topic(INPUT));

        await().atMost(SOON).until(() -> replays("cart.poison").equals(List.of(1)));
        var again = open("cart.poison", 1).getFirst();
        assertThat(text(again, "id")).isNotEqualTo(id);
        assertThat(text(post("/" + id + "/replay", "", 409), "detail"))
                .contains("was replayed by local", "mesh dlt replay notifier --offset ");

        post("/" + text(again, "id") + "/discard", "{}", 422);
        post("/" + text(again, "id") + "/discard", "{\"because\": \"a test of ours\"}", 200);
        assertThat(get("?key=cart.poison", 200).path("items")).isEmpty();
        assertThat(get("?key=cart.poison&settled=true", 200).path("items").values())
                .extracting(item -> text(item.path("settled"), "how"))
                .containsExactly("replayed", "discarded");
    }

    @Test
    void manyAreSettledAFewAtATimeAndTheOthersAreCounted() {
        for (int i = 0; i < 5; i++) {
            platform.sendRaw(INPUT, "cart.many", bytes("poison " + i), Map.of());
        }
        platform.sendRaw("notifier.dlt", "cart.many", bytes("of nobody"), Map.of("mesh-dlt-reason", "forged"));
        open("cart.many", 6);
        var all = "{\"service\": \"notifier\", \"key\": \"cart.many\", \"because\": \"a test\"";

        var asked = post("/replay", all + ", \"limit\": 4, \"dryRun\": true}", 200);
        assertThat(asked.path("done")).hasSize(4);
        assertThat(asked.path("left").asInt()).isEqualTo(2);
        assertThat(replays("cart.many")).containsOnly(0);

        var some = post("/replay", all + ", \"limit\": 4}", 200);
        assertThat(some.path("done")).isEqualTo(asked.path("done"));
        await().atMost(SOON)
                .until(() -> replays("cart.many").equals(List.of(0, 0, 1, 1, 1, 1))
                        || replays("cart.many").stream()
                                        .mapToInt(Integer::intValue)
                                        .sum()
                                == 4);

        var rest = post("/replay", all + "}", 200);
        assertThat(rest.path("refused").values())
                .extracting(one -> text(one, "reason"))
                .containsExactly("it does not say where it came from, so no service of a mesh wrote it");
        assertThat(rest.path("left").asInt()).isEqualTo(1);
        await().atMost(SOON)
                .until(() -> replays("cart.many").stream()
                                .mapToInt(Integer::intValue)
                                .sum()
                        == 9);

        var discarded = post("/discard", all + "}", 200);
        assertThat(discarded.path("done")).hasSize(6);
        assertThat(discarded.path("left").asInt()).isZero();
        assertThat(discarded.path("complete").asBoolean()).isTrue();
        assertThat(get("?key=cart.many", 200).path("items")).isEmpty();
    }

    @Test
    void pagesThroughTheLettersOfAllServices() {
        for (var service : List.of("catalog", "policy", "quality")) {
            for (int i = 0; i < 3; i++) {
                platform.sendRaw(service + ".dlt", "cart.paged", bytes("x"), Map.of());
            }
        }
        open("cart.paged", 9);

        var next = "?key=cart.paged&limit=2";
        var ids = new java.util.ArrayList<String>();
        while (!next.isEmpty()) {
            var page = get(next, 200);
            page.path("items").forEach(item -> ids.add(text(item, "id")));
            next = page.path("next").asString("").replace("/api/v1/dead-letters", "");
        }

        assertThat(ids).hasSize(9).doesNotHaveDuplicates();
        assertThat(ids.getFirst()).startsWith("catalog:");
        assertThat(get("?key=cart.paged&service=quality", 200).path("items")).hasSize(3);
        assertThat(get("?key=cart.paged&reason=nonsense", 200).path("items")).isEmpty();
        assertThat(get("?key=cart.paged&until=2020-01-01T00:00:00Z", 200).path("items"))
                .isEmpty();
    }

    @Test
    void saysWhyThereIsNoLetter() throws Exception {
        platform.sendRaw("policy.dlt", "cart.gone", bytes("x"), Map.of());
        var id = text(open("cart.gone", 1).getFirst(), "id");
        var at = Long.parseLong(id.substring(id.lastIndexOf(':') + 1));
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", TestPlatform.brokers()))) {
            var partition = new TopicPartition(platform.topic("policy.dlt"), 0);
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(at + 1)))
                    .all()
                    .get();
        }

        assertThat(text(get("/" + id, 410), "detail")).contains("no longer in " + platform.topic("policy.dlt"));
        assertThat(text(post("/" + id + "/replay", "", 410), "code")).isEqualTo("dead-letter.gone");
        assertThat(text(get("/policy:0:999999", 404), "detail")).contains("no dead letter stands at policy:0:999999");
        assertThat(text(get("/policy:77:0", 404), "code")).isEqualTo("dead-letter.unknown");
        assertThat(text(get("/billing:0:0", 404), "code")).isEqualTo("dead-letter.unknown");
        assertThat(text(post("/billing:0:0/replay", "", 404), "code")).isEqualTo("dead-letter.unknown");
        assertThat(text(get("/seventeen", 404), "detail")).contains("service:partition:offset");
        assertThat(text(get("?service=billing", 400), "detail")).contains("catalog, policy, quality, notifier");
        assertThat(text(get("?after=x", 400), "code")).isEqualTo("dead-letter.parameter.after");
        assertThat(text(post("/replay", "{\"dryRun\": true}", 422), "detail")).contains("/service: name one of");
    }

    @Test
    void onlyOneOperatorAtATimeGivesBack() {
        platform.sendRaw(INPUT, "cart.twice", bytes("poison"), Map.of());
        var id = text(open("cart.twice", 1).getFirst(), "id");

        var inside = service.getBean(SettlingLock.class).alone("notifier", () -> {
            assertThat(text(post("/replay", "{\"service\": \"notifier\"}", 409), "code"))
                    .isEqualTo("dead-letter.busy");
            return text(post("/" + id + "/replay", "", 409), "code");
        });

        assertThat(inside).contains("dead-letter.busy");
        assertThat(replays("cart.twice")).containsExactly(0);
        post("/" + id + "/replay", "", 200);
    }

    private static List<JsonNode> open(String key, int count) {
        return await().atMost(SOON)
                .until(
                        () -> get("?limit=200&key=" + key, 200).path("items").values().stream()
                                .toList(),
                        items -> items.size() == count);
    }

    private static List<Integer> replays(String key) {
        return get("?limit=200&key=" + key, 200).path("items").values().stream()
                .map(item -> item.path("replays").asInt())
                .sorted()
                .toList();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode get(String path, int status) {
        return send("GET", path, "", status);
    }

    private static JsonNode post(String path, String body, int status) {
        return send("POST", path, body, status);
    }

    private static JsonNode send(String method, String path, String body, int status) {
        var port = service.getEnvironment().getProperty("local.server.port");
        try {
            var response = HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/dead-letters" + path))
                            .header("Content-Type", "application/json")
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
