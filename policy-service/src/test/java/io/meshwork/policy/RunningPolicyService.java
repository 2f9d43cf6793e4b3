package io.meshwork.policy;

import static org.awaitility.Awaitility.await;

import io.meshwork.events.PolicyEvaluated;
import io.meshwork.events.ProductPublished;
import io.meshwork.messaging.testkit.TestPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The policy service over a real broker and a real database, started once for all tests that use products, waivers and policies of
 * their own. Its folder holds one policy: products must be classified.
 */
final class RunningPolicyService {

    static final Duration PATIENCE = TestPlatform.PATIENCE;
    static final TestPlatform MESH = TestPlatform.fresh();

    private static final String CLASSIFIED = """
            apiVersion: meshwork.io/v1
            kind: Policy
            metadata: {id: classified, title: A title}
            spec:
              scope: global
              category: documentation
              enforcement: mandatory
              rules: [{id: stated, expression: has(product.classification), message: it is not classified}]
            """;

    private static final ConfigurableApplicationContext SERVICE = start();

    private RunningPolicyService() {}

    private static ConfigurableApplicationContext start() {
        try {
            Path folder = Files.createTempDirectory("policies");
            Files.writeString(folder.resolve("classified.yaml"), CLASSIFIED);
            return PolicyService.start(
                    MESH.args("policy", "--mesh.policy.folder=" + folder, "--mesh.policy.poll=100ms"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void publish(String productId, String contract) {
        MESH.send(
                "product.published",
                productId,
                ProductPublished.newBuilder()
                        .setProductId(productId)
                        .setDomain(productId.substring(0, productId.indexOf('.')))
                        .setName(productId.substring(productId.indexOf('.') + 1))
                        .setVersion("1.0.0")
                        .setType("source")
                        .setLifecycle("production")
                        .setContract(contract)
                        .setContentHash("0")
                        .setRevision(1)
                        .setSubmissionId(UUID.fromString("00000000-0000-0000-0000-000000000001"))
                        .setPrincipal("local")
                        .setSubmittedAt(Instant.EPOCH)
                        .setPublishedAt(Instant.EPOCH)
                        .build());
    }

    static List<PolicyEvaluated> verdicts(String productId, int expected) {
        return await().atMost(PATIENCE)
                .until(
                        () -> MESH.read("policy.evaluated", PolicyEvaluated.class, 0, Duration.ofSeconds(5)).stream()
                                .filter(r -> productId.equals(r.key()))
                                .map(ConsumerRecord::value)
                                .toList(),
                        found -> found.size() >= expected);
    }

    static String deadLetter(String key) {
        return await().atMost(PATIENCE)
                .until(
                        () -> MESH.readRaw("policy.dlt", 0, Duration.ofSeconds(5)).stream()
                                .filter(r -> key.equals(new String(r.key(), StandardCharsets.UTF_8)))
                                .map(r -> TestPlatform.header(r, "mesh-dlt-reason"))
                                .findFirst()
                                .orElse(""),
                        text -> !text.isEmpty());
    }

    /** @param path such as {@code /api/v1/waivers} */
    static HttpRequest.Builder request(String method, String path, String contentType, String body) {
        String port = SERVICE.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", contentType)
                .header("Prefer", TestPlatform.WAIT)
                .method(method, BodyPublishers.ofString(body));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
