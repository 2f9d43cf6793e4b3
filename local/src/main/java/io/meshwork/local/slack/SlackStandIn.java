package io.meshwork.local.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.meshwork.local.log.WorkingFor;
import io.meshwork.local.ports.Port;
import io.meshwork.local.ports.Ports;
import io.meshwork.local.process.Part;
import io.meshwork.local.process.PartFailedException;
import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PartState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Accepts {@code POST /services/…} as Slack's incoming webhooks do, shows the messages at {@code /} and gives them as JSON at
 * {@code /messages}. A webhook with {@code ?strict} in its address is also held to Slack's pace of one message per second.
 */
public final class SlackStandIn implements Part {

    public static final String NAME = "slack";
    private static final int LARGEST_BODY = 1 << 20;
    private static final String WEBHOOKS = "/services/";
    private static final Logger log = LoggerFactory.getLogger(SlackStandIn.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int port;
    private final Clock clock;
    private final SlackPace pace;
    private final SlackMessages messages;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    public SlackStandIn(MeshHome home, Ports ports, Clock clock) {
        this.port = ports.of(Port.SLACK);
        this.clock = clock;
        this.pace = new SlackPace(clock);
        this.messages = SlackMessages.in(home.data(NAME).resolve("messages.jsonl"));
    }

    /** The page with the messages. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Where ops alerts are posted to. */
    public URI webhook() {
        return url().resolve(WEBHOOKS + "local/ops");
    }

    /** What was accepted, oldest first; at most the last 2,000. */
    public List<SlackMessage> messages() {
        return messages.all();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized void start() {
        WorkingFor.part(NAME);
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            threads = Executors.newVirtualThreadPerTaskExecutor();
            started.setExecutor(threads);
            started.createContext(WEBHOOKS, this::receive);
            started.createContext(
                    "/messages", exchange -> show(exchange, "application/json", JSON.writeValueAsString(messages())));
            started.createContext("/", this::showPage);
            started.start();
            server = started;
        } catch (IOException failed) {
            throw new PartFailedException("slack cannot listen on port " + port + ": " + failed.getMessage(), failed);
        }
    }

    /** Refuses connections until started again; what was received is kept. */
    @Override
    public synchronized void stop() {
        if (server != null && threads != null) {
            server.stop(0);
            threads.close();
            server = null;
        }
    }

    @Override
    public PartState state() {
        return new PartState(NAME, port, "stand-in", null, url().resolve("/messages"), url());
    }

    private void receive(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 405, "method_not_allowed");
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            answer(exchange, 413, "payload_too_large");
        } else {
            judge(exchange, parse(body));
        }
    }

    private void judge(HttpExchange exchange, Optional<JsonNode> payload) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Optional<SlackRules.Refusal> refusal = payload.map(SlackRules::check)
                .orElseGet(() -> Optional.of(new SlackRules.Refusal("invalid_payload", "the body is not JSON")));
        if (refusal.isPresent()) {
            log.atWarn()
                    .addKeyValue("webhook", path)
                    .addKeyValue("reason", refusal.get().reason())
                    .log("Slack message refused");
            answer(exchange, 400, refusal.get().error());
        } else if (isStrict(exchange) && !pace.allows(path)) {
            exchange.getResponseHeaders().set("Retry-After", String.valueOf(SlackPace.INTERVAL.toSeconds()));
            answer(exchange, 429, "rate_limited");
        } else {
            messages.add(SlackMessage.from(payload.orElseThrow(), path, clock.instant()));
            answer(exchange, 200, "ok");
        }
    }

    private static boolean isStrict(HttpExchange exchange) {
        return "strict".equals(exchange.getRequestURI().getQuery());
    }

    private static Optional<JsonNode> parse(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private void showPage(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/")) {
            show(exchange, "text/html; charset=utf-8", SlackPage.of(messages()));
        } else {
            answer(exchange, 404, "no_service");
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", text);
    }

    private static void show(HttpExchange exchange, String type, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        send(exchange, 200, type, text);
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }
}
