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

/** An incoming webhook on loopback that answers as told, and with 200 otherwise. */
public final class SlackStandIn implements AutoCloseable {

    public record Reply(int status, String body, Map<String, String> headers) {

        public static Reply of(int status, String body) {
            return new Reply(status, body, Map.of());
        }
    }

    public record Received(JsonNode message, Instant time, int status) {

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
        try (exchange) {
            var message = json.readTree(exchange.getRequestBody().readAllBytes());
            var reply = replies.poll();
            var now = reply == null ? otherwise : reply;
            received.add(new Received(message, Instant.now(), now.status()));
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
