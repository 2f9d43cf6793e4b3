package io.meshwork.notifier;

import static io.meshwork.notifier.Events.evaluated;
import static io.meshwork.notifier.Events.published;
import static io.meshwork.notifier.Events.subscription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.messaging.Identity;
import io.meshwork.messaging.testkit.TestPlatform;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

/** From facts to those who follow over HTTP, on a real broker and a real database, told by two replicas. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpdatesFlowTest {

    private static final Duration SOON = TestPlatform.PATIENCE;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String STREAM = "/api/v1/updates/stream";

    private static TestPlatform platform;
    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext two;

    @BeforeAll
    static void start() {
        platform = TestPlatform.fresh();
        one = replica();
        two = replica("--mesh.updates.stream.most=3");
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    @Test
    void tellsWhatHappensToWhoeverFollows() {
        try (var all = follow(one, "?product=cart.told*");
                var other = follow(two, "?domain=sales")) {
            var id = platform.send("product.published", "cart.told", published("cart.told"));
            await().atMost(SOON).until(() -> all.events().size() == 1);
            platform.send("policy.evaluated", "cart.told", evaluated("cart.told", 1, "violated"));
            await().atMost(SOON).until(() -> all.events().size() == 2);

            var first = all.events().getFirst();
            assertThat(first.type()).isEqualTo("published");
            assertThat(first.data().path("eventId").asString())
                    .isEqualTo(Identity.of("/test", id).toString());
            assertThat(first.data().path("link").asString()).isEqualTo("http://127.0.0.1:7080/products/cart.told");
            assertThat(first.data().has("subscription")).isFalse();
            var second = all.events().getLast();
            assertThat(second.type()).isEqualTo("compliance_changed");
            assertThat(second.data().path("severity").asString()).isEqualTo("critical");
            assertThat(second.data().path("details").get(0).asString()).contains("email is not classified");
            assertThat(all.retry()).isBetween(2_000, 4_000);
            assertThat(other.events()).isEmpty();
        }
    }

    @Test
    void resumesOnAnyReplicaWithNothingLostNorDoubled() {
        var products = IntStream.range(0, 60).mapToObj(i -> "resume.p" + i).toList();
        var told = new ArrayList<EventSource.Event>();
        try (var witness = follow(one, "?domain=resume")) {
            var place = witness.lastEventId();
            products.forEach(product -> platform.send("product.published", product, published(product)));
            for (int cut = 0; told.size() < 60; cut++) {
                try (var source = open(cut % 2 == 0 ? two : one, STREAM + "?domain=resume", place)) {
                    int enough = Math.min(7, 60 - told.size());
                    await().atMost(SOON).until(() -> source.events().size() >= enough);
                    source.close();
                    told.addAll(source.events());
                    place = source.lastEventId();
                }
            }
            await().atMost(SOON).until(() -> witness.events().size() == 60);

            assertThat(told).isEqualTo(witness.events());
            assertThat(witness.products()).containsExactlyInAnyOrderElementsOf(products);
        }
    }

    @Test
    void whoHearsNothingResumesFromNearTheEndAllTheSame() {
        try (var quiet = follow(one, "?domain=nothing-happens")) {
            var before = quiet.lastEventId();
            platform.send("product.published", "cart.elsewhere", published("cart.elsewhere"));

            await().atMost(SOON).until(() -> !quiet.lastEventId().equals(before));
            assertThat(quiet.events()).isEmpty();
        }
    }

    /** Numbers in the table are handed out before the commit. */
    @Test
    void skipsNothingThatIsCommittedLate() throws SQLException {
        try (var follower = follow(one, "?domain=late");
                var connection = DriverManager.getConnection(platform.jdbcUrl("notifier"), "postgres", "");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(insert("late.slow", 1, 10));
            platform.send("product.published", "late.quick", published("late.quick"));
            await().atMost(SOON).until(() -> follower.products().equals(List.of("late.quick")));

            connection.commit();

            await().atMost(SOON).until(() -> follower.products().equals(List.of("late.quick", "late.slow")));
        }
    }

    @Test
    void cutsOffWhoReadsNothingAndTellsTheOthers() throws IOException {
        try (var slow = new Socket()) {
            slow.setReceiveBufferSize(4_096);
            slow.connect(new InetSocketAddress("127.0.0.1", port(one)));
            slow.getOutputStream()
                    .write(("GET " + STREAM + "?domain=flood HTTP/1.1\r\nHost: mesh\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var head = new String(slow.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(head).isEqualTo("HTTP/1.1 200");
            try (var quick = follow(one, "?domain=flood")) {
                one.getBean(JdbcClient.class)
                        .sql(insert("flood.p", 4_000, 4_000))
                        .update();

                await().atMost(SOON).until(() -> quick.events().size() == 4_000);
                await().atMost(SOON).until(() -> ended(one, "left") > 0 && open(one) <= 1);

                var rest = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                var received = rest.split("event: published", -1).length - 1;
                assertThat(received).isLessThan(4_000);
                var last = rest.substring(0, rest.lastIndexOf("\n\n")).lastIndexOf("\nid: ") + 5;
                try (var resumed =
                        open(two, STREAM + "?domain=flood", rest.substring(last, rest.indexOf('\n', last)))) {
                    await().atMost(SOON).until(() -> !resumed.events().isEmpty());
                    assertThat(new HashSet<>(quick.events())).containsAll(resumed.events());
                }
            }
        }
    }

    /** The last test: there is one replica less. */
    @Test
    @Order(Integer.MAX_VALUE)
    void endsStreamsWhenAReplicaStops() {
        try (var follower = follow(one, "?domain=moves")) {
            var stopping = System.nanoTime();
            one.close();

            await().atMost(SOON).until(follower::isOver);
            assertThat(Duration.ofNanos(System.nanoTime() - stopping)).isLessThan(SOON);
            platform.send("product.published", "moves.on", published("moves.on"));
            try (var resumed = open(two, STREAM + "?domain=moves", follower.lastEventId())) {
                await().atMost(SOON).until(() -> resumed.products().equals(List.of("moves.on")));
            }
        }
    }

    @Test
    void saysThatALastEventIdIsNoneOfItsOwn() {
        try (var follower = open(one, STREAM + "?domain=none&lastEventId=999999999-00000000", "")) {
            await().atMost(SOON).until(() -> !follower.events().isEmpty());

            assertThat(follower.events().getFirst().type()).isEqualTo("gap");
            assertThat(follower.events().getFirst().data().path("reason").asString())
                    .isEqualTo("unknown");
        }
        assertThat(get(one, STREAM + "?lastEventId=garbage").statusCode()).isEqualTo(400);
    }

    @Test
    void takesNoMoreStreamsThanItMay() {
        await().atMost(SOON).until(() -> open(two) == 0);
        try (var a = follow(two, "");
                var b = follow(two, "");
                var c = follow(two, "")) {
            var refused = get(two, STREAM);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("too-many-streams");
        }
    }

    @Test
    void tellsASubscriptionWhatIsForItAlsoATest() {
        platform.send(
                "subscription.submitted",
                "vip-reader",
                subscription("vip-reader").setProducts(List.of("vip.*")).build());
        await().atMost(SOON)
                .until(() -> get(one, "/api/v1/subscriptions/vip-reader").statusCode() == 200);
        try (var follower = follow(one, "?subscription=vip-reader")) {
            platform.send("product.published", "other.product", published("other.product"));
            platform.send("product.published", "vip.product", published("vip.product"));
            await().atMost(SOON).until(() -> follower.products().equals(List.of("vip.product")));
            platform.send(
                    "subscription.submitted",
                    "vip-reader",
                    subscription("vip-reader").setAction("test").build());

            await().atMost(SOON).until(() -> follower.events().size() == 2);
            assertThat(follower.events().getLast().type()).isEqualTo("test");
            assertThat(follower.events().getLast().data().path("subscription").asString())
                    .isEqualTo("vip-reader");
        }
        assertThat(titles(atom(get(one, "/api/v1/feeds/subscriptions/vip-reader"))))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("vip.product");
        assertThat(get(one, "/api/v1/feeds/subscriptions/nobody").statusCode()).isEqualTo(404);
        assertThat(get(one, "/api/v1/feeds/subscriptions/ops").statusCode()).isEqualTo(409);
    }

    @Test
    void answersThatAFeedIsUnchangedUntilItIsNot() {
        var path = "/api/v1/feeds/products/cart.feed";
        assertThat(titles(atom(get(one, path)))).isEmpty();
        platform.send("product.published", "cart.feed", published("cart.feed"));
        await().atMost(SOON).until(() -> titles(atom(get(one, path))).size() == 1);

        var first = get(one, path);
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"");
        assertThat(first.headers().firstValue("Cache-Control")).contains("max-age=30, public");
        assertThat(get(one, path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        var modified = await().atMost(SOON)
                .until(() -> get(one, path).headers().firstValue("Last-Modified"), found -> found.isPresent())
                .orElseThrow();
        var same = get(one, path, "If-Modified-Since", modified);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();

        platform.send("policy.evaluated", "cart.feed", evaluated("cart.feed", 1, "violated"));

        await().atMost(SOON).until(() -> get(one, path, "If-None-Match", tag).statusCode() == 200);
        assertThat(get(one, path, "If-Modified-Since", modified).statusCode()).isEqualTo(200);
        assertThat(titles(atom(get(one, path)))).first().asString().contains("violates mandatory policies");
    }

    @Test
    void pagesThroughAFeedAndThroughTheList() {
        one.getBean(JdbcClient.class).sql(insert("pages.p", 120, 10)).update();
        await().atMost(SOON).until(() -> list("?domain=pages&limit=200").size() == 120);

        var titles = new ArrayList<String>();
        for (var page = atom(get(one, "/api/v1/feeds/domains/pages")); page != null; page = next(page)) {
            titles.addAll(titles(page));
        }

        assertThat(titles).hasSize(120).doesNotHaveDuplicates();
        assertThat(titles.getFirst()).isEqualTo("pages.p120");
        var first = json("/api/v1/updates?domain=pages&product=pages.p1*&limit=20");
        var rest = json(first.path("next").asString());
        assertThat(first.path("items").size() + rest.path("items").size()).isEqualTo(32);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(get(one, "/api/v1/updates?prodct=x").statusCode()).isEqualTo(400);
    }

    private static List<String> list(String query) {
        return json("/api/v1/updates" + query).path("items").findValuesAsString("headline");
    }

    private static tools.jackson.databind.JsonNode json(String path) {
        return JSON.readTree(get(one, path).body());
    }

    private static Document next(Document page) {
        var links = page.getElementsByTagName("link");
        for (int i = 0; i < links.getLength(); i++) {
            var link = (Element) links.item(i);
            if (link.getAttribute("rel").equals("next")) {
                return atom(send(URI.create(link.getAttribute("href"))));
            }
        }
        return null;
    }

    private static List<String> titles(Document feed) {
        var entries = feed.getElementsByTagName("entry");
        return IntStream.range(0, entries.getLength())
                .mapToObj(i -> ((Element) entries.item(i))
                        .getElementsByTagName("title")
                        .item(0)
                        .getTextContent())
                .toList();
    }

    private static Document atom(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/atom+xml;charset=UTF-8");
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** @param size of the details of each */
    private static String insert(String product, int rows, int size) {
        var name = rows == 1 ? "'" + product + "'" : "'" + product + "' || n";
        return """
                insert into product_update (id, event_id, product_id, domain, kind, severity, headline, details, changed_fields,
                    subscriptions, occurred_at)
                select gen_random_uuid(), gen_random_uuid(), %1$s, '%2$s', 'published', 'info', %1$s, repeat('x', %3$d), '', '{}',
                    now()
                from generate_series(1, %4$d) as n""".formatted(name, product.substring(0, product.indexOf('.')), size, rows);
    }

    private static double open(ConfigurableApplicationContext replica) {
        return replica.getBean(MeterRegistry.class)
                .get("mesh.updates.streams")
                .gauge()
                .value();
    }

    private static double ended(ConfigurableApplicationContext replica, String... reasons) {
        var meters = replica.getBean(MeterRegistry.class);
        double sum = 0;
        for (var reason : reasons) {
            var counter = meters.find("mesh.updates.streams.ended")
                    .tag("reason", reason)
                    .counter();
            sum += counter == null ? 0 : counter.count();
        }
        return sum;
    }

    private static EventSource follow(ConfigurableApplicationContext replica, String query) {
        var source = open(replica, STREAM + query, "");
        await().atMost(SOON).until(() -> !source.lastEventId().isEmpty());
        return source;
    }

    private static EventSource open(ConfigurableApplicationContext replica, String path, String lastEventId) {
        return EventSource.open(address(replica, path), lastEventId);
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext replica, String path, String... headers) {
        return send(address(replica, path), headers);
    }

    private static HttpResponse<String> send(URI address, String... headers) {
        var request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.timeout(SOON).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static URI address(ConfigurableApplicationContext replica, String path) {
        return URI.create("http://127.0.0.1:" + port(replica) + path);
    }

    private static int port(ConfigurableApplicationContext replica) {
        return Integer.parseInt(replica.getEnvironment().getProperty("local.server.port"));
    }

    private static ConfigurableApplicationContext replica(String... more) {
        var settings = new ArrayList<>(List.of(
                "--mesh.notifications.subscribe-by-contract=false",
                "--mesh.updates.stream.interval=50ms",
                "--mesh.updates.stream.heartbeat=200ms",
                "--server.tomcat.connection-timeout=2s"));
        settings.addAll(List.of(more));
        return NotifierService.start(platform.args("notifier", settings.toArray(String[]::new)));
    }
}
