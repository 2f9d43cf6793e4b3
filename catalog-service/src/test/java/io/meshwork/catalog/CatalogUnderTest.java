package io.meshwork.catalog;

import io.meshwork.messaging.testkit.TestPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real broker and a real database, as its users see it. */
public final class CatalogUnderTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final TestPlatform platform;
    private final ConfigurableApplicationContext service;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private CatalogUnderTest(TestPlatform platform, String... settings) {
        this.platform = platform;
        service = CatalogService.start(platform.args("catalog", settings));
    }

    /** Started once per JVM; tests use product ids of their own. */
    public static CatalogUnderTest shared() {
        return Shared.INSTANCE;
    }

    public static CatalogUnderTest start(TestPlatform platform, String... settings) {
        return new CatalogUnderTest(platform, settings);
    }

    private static final class Shared {
        static final CatalogUnderTest INSTANCE =
                new CatalogUnderTest(TestPlatform.shared(), "--logging.level.root=WARN");

        static {
            Stream.of("shop", "paging", "filtering", "pages").forEach(INSTANCE::describe);
        }
    }

    /** Describes a domain, so that tests can publish in it. */
    public void describe(String domain) {
        HttpResponse<String> answer = put("/api/v1/domains/" + domain, """
                apiVersion: meshwork.io/v1
                kind: Domain
                metadata: {name: %s, owner: team@example.com}
                spec: {description: A domain of the tests}
                """.formatted(domain));
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer.body());
        }
    }

    /** @param headers name, value, name, value, … */
    public HttpResponse<String> put(String path, String yaml, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/yaml")
                .PUT(BodyPublishers.ofString(yaml));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    public TestPlatform platform() {
        return platform;
    }

    public <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    public void close() {
        service.close();
    }

    /** @param headers name, value, name, value, … */
    public HttpResponse<String> submit(String document, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri("/api/v1/submissions")).POST(BodyPublishers.ofString(document));
        request.header("Content-Type", "application/yaml");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).GET();
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(patient(request), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest patient(HttpRequest request) {
        return HttpRequest.newBuilder(request, (name, value) -> true)
                .header("Prefer", TestPlatform.WAIT)
                .build();
    }

    public URI uri(String path) {
        int port = ((ServletWebServerApplicationContext) service).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    public static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }
}
