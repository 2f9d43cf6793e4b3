package io.meshwork.notifier.channel.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An incoming webhook and a Web API on loopback that answer as told, and otherwise as Slack does when all is well. */
public final class SlackStandIn implements AutoCloseable {

    public record Reply(int status, String body, Map<String, String> headers) {

        public static Reply of(int status, String body) {
            return new Reply(status, body, Map.of());
        }
    }

    /** @param method path of the webhook, or method of the Web API */
    public record Received(String method, JsonNode message, Instant time, int status) {

        public String text() {
            return message.path("text").stringValue();
        }

        public String header() {
            return message.path("blocks").path(0).path("text").path("text").stringValue();
        }
    }

    private final HttpServer server;
    private final JsonMapper json = new JsonMapper();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private volatile Reply otherwise = Reply.of(200, "ok");

    private SlackStandIn(HttpServer server) {
        this.server = server;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/services/T0/B0/secret", this::answer);
        server.createContext("/api/", this::answerCall);
        server.start();
    }

    public static SlackStandIn start() {
        try {
            return new SlackStandIn(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI webhook() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/services/T0/B0/secret");
    }

    /** Of the Web API; its only token is {@code xoxb-test}. */
    public URI api() {
        return webhook().resolve("/api/");
    }

    /** The next call gets this answer. */
    public void replyOnce(Reply reply) {
        replies.add(reply);
    }

    /** Every further call gets this answer. */
    public void reply(Reply reply) {
        otherwise = reply;
    }

    /** Forgets what it received and answers 200 again. */
    public void reset() {
        otherwise = Reply.of(200, "ok");
        replies.clear();
        received.clear();
    }

    public List<Received> received() {
        return received;
    }

    public List<Received> accepted() {
        return received.stream().filter(call -> call.status() == 200).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var reply = replies.poll();
        answer(exchange, reply == null ? otherwise : reply);
    }

    private void answerCall(HttpExchange exchange) throws IOException {
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        var reply = replies.poll();
        if (reply != null) {
            answer(exchange, reply);
        } else if (!"Bearer xoxb-test".equals(token)) {
            answer(exchange, Reply.of(200, "{\"ok\": false, \"error\": \"invalid_auth\"}"));
        } else {
            var ts = "1700000000.%06d".formatted(received.size());
            answer(exchange, Reply.of(200, "{\"ok\": true, \"channel\": \"C1\", \"ts\": \"" + ts + "\"}"));
        }
    }

    private void answer(HttpExchange exchange, Reply now) throws IOException {
        try (exchange) {
            var message = json.readTree(exchange.getRequestBody().readAllBytes());
            var path = exchange.getRequestURI().getPath();
            received.add(new Received(path.substring(path.lastIndexOf('/') + 1), message, Instant.now(), now.status()));
            now.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            var body = now.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(now.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
