package io.meshwork.local.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.local.ports.Ports;
import io.meshwork.local.state.MeshHome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackStandInTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Ports ports = Ports.free();

    @TempDir
    Path folder;

    private SlackStandIn slack;

    @BeforeEach
    void start() {
        slack = slack();
        slack.start();
    }

    @AfterEach
    void stop() {
        slack.stop();
        http.close();
    }

    @Test
    void acceptsAMessageAndShowsIt() throws Exception {
        assertThat(post(slack.webhook(), "{\"text\":\"cart is blocked\"}").body())
                .isEqualTo("ok");

        assertThat(slack.messages()).singleElement().satisfies(message -> {
            assertThat(message.channel()).isEqualTo("ops");
            assertThat(message.text()).isEqualTo("cart is blocked");
            assertThat(message.receivedAt()).isEqualTo(NOON);
        });
        assertThat(get("/messages").body()).contains("\"channel\":\"ops\"").contains("2026-05-01T12:00:00Z");
        assertThat(get("/").body()).contains("cart is blocked");
    }

    @Test
    void neverShowsReceivedMarkupAsMarkup() throws Exception {
        post(slack.webhook(), "{\"text\":\"<script>alert(1)</script> &lt;b&gt;\"}");

        assertThat(get("/").body())
                .contains("&lt;script&gt;")
                .contains("&lt;b&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void refusesWhatSlackRefuses() throws Exception {
        assertThat(post(slack.webhook(), "not json").statusCode()).isEqualTo(400);
        assertThat(post(slack.webhook(), "{}").body()).isEqualTo("no_text");
        assertThat(get("/services/local/ops").statusCode()).isEqualTo(405);
        assertThat(post(slack.url().resolve("/elsewhere"), "{\"text\":\"x\"}").body())
                .isEqualTo("no_service");
        assertThat(slack.messages()).isEmpty();
    }

    @Test
    void holdsAStrictWebhookToOneMessagePerSecond() throws Exception {
        URI strict = URI.create(slack.webhook() + "?strict");

        assertThat(post(strict, "{\"text\":\"first\"}").statusCode()).isEqualTo(200);
        now.set(NOON.plusMillis(999));
        HttpResponse<String> tooEarly = post(strict, "{\"text\":\"second\"}");
        now.set(NOON.plusMillis(1_000));
        HttpResponse<String> inTime = post(strict, "{\"text\":\"second again\"}");

        assertThat(tooEarly.statusCode()).isEqualTo(429);
        assertThat(tooEarly.headers().firstValue("Retry-After")).contains("1");
        assertThat(inTime.statusCode()).isEqualTo(200);
        assertThat(slack.messages()).extracting(SlackMessage::text).containsExactly("first", "second again");
    }

    @Test
    void keepsMessagesOverARestart() throws Exception {
        post(slack.webhook(), "{\"text\":\"before\"}");
        slack.stop();
        slack = slack();
        slack.start();
        post(slack.webhook(), "{\"text\":\"after\"}");

        assertThat(slack.messages()).extracting(SlackMessage::text).containsExactly("before", "after");
    }

    private SlackStandIn slack() {
        Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
        return new SlackStandIn(new MeshHome(folder), ports, clock);
    }

    private HttpResponse<String> post(URI uri, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri)
                        .timeout(Duration.ofSeconds(5))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(slack.url().resolve(path)).build(), BodyHandlers.ofString());
    }
}
