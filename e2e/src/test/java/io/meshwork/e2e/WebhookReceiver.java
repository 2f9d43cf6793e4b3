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

/** A program of a team that is told of updates by webhook, and notes under which ids. */
final class WebhookReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Set<String>> idsByProduct = new ConcurrentHashMap<>();
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
            idsByProduct
                    .computeIfAbsent(product, _ -> ConcurrentHashMap.newKeySet())
                    .add(request.getRequestHeaders().getFirst("webhook-id"));
            request.sendResponseHeaders(204, -1);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Products it was told of. */
    long count() {
        return idsByProduct.size();
    }

    Map<String, Set<String>> idsByProduct() {
        return new HashMap<>(idsByProduct);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
