package io.meshwork.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.ObjectMapper;

/** Programs of teams that are told of updates by webhook, a path each, and note under which ids. */
final class WebhookReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Map<String, Set<String>>> ids = new ConcurrentHashMap<>();
    private final HttpServer server;

    private WebhookReceiver(HttpServer server) {
        this.server = server;
    }

    static WebhookReceiver start() throws IOException {
        var receiver =
                new WebhookReceiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        receiver.server.createContext("/", receiver::receive);
        receiver.server.start();
        return receiver;
    }

    private void receive(HttpExchange request) throws IOException {
        try (request) {
            String product =
                    JSON.readTree(request.getRequestBody()).path("subject").stringValue();
            ids.computeIfAbsent(request.getRequestURI().getPath().substring(1), _ -> new ConcurrentHashMap<>())
                    .computeIfAbsent(product, _ -> ConcurrentHashMap.newKeySet())
                    .add(request.getRequestHeaders().getFirst("webhook-id"));
            request.sendResponseHeaders(204, -1);
        }
    }

    URI url(String program) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + program);
    }

    /** Products that programs were told of. */
    long count() {
        return ids.values().stream().mapToLong(Map::size).sum();
    }

    Map<String, Set<String>> idsByProduct(String program) {
        return new HashMap<>(ids.getOrDefault(program, Map.of()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
