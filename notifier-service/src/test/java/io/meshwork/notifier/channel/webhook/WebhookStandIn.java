package io.meshwork.notifier.channel.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Receivers on loopback, a path each, that answer as told, and with 204 otherwise. */
public final class WebhookStandIn implements AutoCloseable {

    /** @param afterMillis how long the receiver takes */
    public record Reply(int status, Map<String, String> headers, long afterMillis) {

        public static Reply of(int status) {
            return new Reply(status, Map.of(), 0);
        }
    }

    public record Received(
            String id, String timestamp, String signature, String contentType, String host, String body, Instant time) {

        public JsonNode event() {
            return new JsonMapper().readTree(body);
        }

        /** As the standard describes it, computed by nothing of ours. */
        public boolean isSignedBy(String secret) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
                var signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
                var expected = "v1," + Base64.getEncoder().encodeToString(signed);
                return Arrays.asList(signature.split(" ")).contains(expected);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final HttpServer server;
    private final Map<String, List<Received>> received = new ConcurrentHashMap<>();
    private final Map<String, Queue<Reply>> once = new ConcurrentHashMap<>();
    private final Map<String, Reply> otherwise = new ConcurrentHashMap<>();

    private WebhookStandIn(HttpServer server) {
        this.server = server;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public static WebhookStandIn start() {
        try {
            return on(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WebhookStandIn on(HttpServer server) {
        return new WebhookStandIn(server);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url(String name) {
        return "http://127.0.0.1:" + port() + "/" + name;
    }

    public void replyOnce(String name, Reply... replies) {
        once.computeIfAbsent(name, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(replies));
    }

    public void reply(String name, Reply reply) {
        otherwise.put(name, reply);
    }

    public List<Received> received(String name) {
        return received.computeIfAbsent(name, _ -> new CopyOnWriteArrayList<>());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var name = exchange.getRequestURI().getPath().substring(1);
            received(name).add(read(exchange));
            var first = once.getOrDefault(name, new ConcurrentLinkedQueue<>()).poll();
            var reply = first == null ? otherwise.getOrDefault(name, Reply.of(204)) : first;
            LockSupport.parkNanos(reply.afterMillis() * 1_000_000);
            reply.headers()
                    .forEach((header, value) -> exchange.getResponseHeaders().set(header, value));
            exchange.sendResponseHeaders(reply.status(), -1);
        }
    }

    private static Received read(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        return new Received(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                headers.getFirst("Content-Type"),
                headers.getFirst("Host"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                Instant.now());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
