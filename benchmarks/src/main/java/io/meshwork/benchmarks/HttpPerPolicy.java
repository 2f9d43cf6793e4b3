package io.meshwork.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Judging as Open Data Mesh Platform does it: one HTTP call per policy and product, one policy after the other. The server at the
 * other end says yes without looking, so this is the most that this way of judging can reach.
 */
final class HttpPerPolicy {

    private static final int PRODUCTS_AT_ONCE = 16;
    private static final byte[] YES = "{\"result\":true}".getBytes(StandardCharsets.UTF_8);

    private HttpPerPolicy() {}

    /** @return products per second, every product judged by so many policies */
    static double perSecond(String contract, int policies, int warmUp, int products) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, YES.length);
            exchange.getResponseBody().write(YES);
            exchange.close();
        });
        try (ExecutorService servers = Executors.newVirtualThreadPerTaskExecutor();
                ExecutorService clients = Executors.newFixedThreadPool(PRODUCTS_AT_ONCE);
                HttpClient client = HttpClient.newHttpClient()) {
            server.setExecutor(servers);
            server.start();
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/evaluate"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(contract))
                    .build();
            judge(clients, client, request, policies, warmUp);
            long begin = System.nanoTime();
            judge(clients, client, request, policies, products);
            return products / ((System.nanoTime() - begin) / 1e9);
        } finally {
            server.stop(0);
        }
    }

    private static void judge(
            ExecutorService clients, HttpClient client, HttpRequest request, int policies, int products)
            throws Exception {
        List<Future<?>> judged = new ArrayList<>();
        for (int product = 0; product < products; product++) {
            judged.add(clients.submit(() -> {
                for (int policy = 0; policy < policies; policy++) {
                    if (client.send(request, BodyHandlers.ofByteArray()).statusCode() != 200) {
                        throw new WorkNotDoneException("the stand-in for a policy engine should say yes");
                    }
                }
                return null;
            }));
        }
        for (Future<?> one : judged) {
            one.get();
        }
    }
}
