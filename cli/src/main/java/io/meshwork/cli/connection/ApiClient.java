package io.meshwork.cli.connection;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** A service's API over HTTP; every answer, and none at all, is an answer. */
public final class ApiClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** Longer than the catalog itself waits for an outcome. */
    private static final Duration ANSWER = Duration.ofSeconds(60);

    /** Decisions are waited for longer than by default: who types a command wants to know how it ended. */
    public static final String PREFER_WAIT = "wait=20";

    /** It says nothing about what was asked. */
    private static final Set<Integer> COME_AGAIN = Set.of(408, 429, 503);

    private static final JsonMapper JSON = new JsonMapper();

    private final String service;
    private final URI address;
    private final Optional<String> token;
    private final Duration patience;

    /** @param service as people know it, such as catalog */
    public ApiClient(String service, URI address, Optional<String> token) {
        this(service, address, token, ANSWER);
    }

    private ApiClient(String service, URI address, Optional<String> token, Duration patience) {
        this.service = service;
        this.address = address;
        this.token = token;
        this.patience = patience;
    }

    /** For answers that take longer. */
    public ApiClient waiting(Duration longer) {
        return new ApiClient(service, address, token, longer);
    }

    /** @param path below {@code /api/v1/} */
    public ApiAnswer get(String path) {
        return send(request(path).GET());
    }

    /** Reads an answer as it comes. */
    public interface Reading {

        /** @param body ends with an {@link IOException} when the connection breaks, or when somebody closes it */
        void read(InputStream body) throws IOException;
    }

    /**
     * For an answer that goes on; there is no limit to how long.
     *
     * @return found, with nothing in it, when the answer was read to its end
     */
    public ApiAnswer read(String path, Map<String, String> headers, Reading reading) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + "/api/v1/" + path))
                .header("Accept", "text/event-stream, application/problem+json");
        headers.forEach(request::header);
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            var response = client.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    return answer(
                            response.statusCode(),
                            response.headers(),
                            new String(body.readAllBytes(), StandardCharsets.UTF_8));
                }
                reading.read(body);
                return new ApiAnswer.Found(JSON.missingNode(), "");
            }
        } catch (IOException e) {
            return new ApiAnswer.Unreachable(NoAnswer.reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ApiAnswer.Unreachable("interrupted");
        }
    }

    /** All pages of a list as one; found is an array of their items. */
    public ApiAnswer list(String path) {
        ArrayNode items = JSON.createArrayNode();
        String page = path;
        while (!page.isEmpty()) {
            ApiAnswer answer = get(page);
            if (!(answer instanceof ApiAnswer.Found(var body, var text))) {
                return answer;
            }
            body.path("items").forEach(items::add);
            page = body.path("next").asString("").replaceFirst("^/api/v1/", "");
        }
        return new ApiAnswer.Found(items, "");
    }

    public ApiAnswer post(String path, Map<String, ?> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** @param document YAML or JSON as it stands in a file */
    public ApiAnswer post(String path, byte[] document) {
        return send(
                request(path).header("Content-Type", "application/yaml").POST(BodyPublishers.ofByteArray(document)));
    }

    /** @param document JSON as it stands in a file */
    public ApiAnswer postJson(String path, byte[] document) {
        return send(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(document)));
    }

    public ApiAnswer put(String path, Map<String, ?> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** @param document YAML or JSON as it stands in a file */
    public ApiAnswer put(String path, byte[] document) {
        return send(request(path).header("Content-Type", "application/yaml").PUT(BodyPublishers.ofByteArray(document)));
    }

    public ApiAnswer delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + "/api/v1/" + path))
                .timeout(patience)
                .header("Accept", "application/json, application/yaml, application/problem+json")
                .header("Prefer", PREFER_WAIT);
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request;
    }

    private ApiAnswer send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            return new ApiAnswer.Unreachable(NoAnswer.reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ApiAnswer.Unreachable("interrupted");
        }
    }

    private ApiAnswer answer(int status, HttpHeaders headers, String text) {
        JsonNode body = json(text);
        if (status == 202) {
            String location = headers.firstValue("Location").orElse("");
            return new ApiAnswer.Undecided(
                    URI.create(base() + "/").resolve(location).toString());
        }
        if (status / 100 == 2) {
            return new ApiAnswer.Found(body, text);
        }
        if (COME_AGAIN.contains(status)) {
            return new ApiAnswer.Unreachable(body.path("detail").asString("status " + status));
        }
        return status / 100 == 4 && body.has("title")
                ? ApiAnswer.Refused.of(body, status)
                : new ApiAnswer.Unreachable("status " + status);
    }

    /** A contract in YAML, or a proxy's page, is no JSON; who needs one of them reads the text. */
    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    String service() {
        return service;
    }

    public String base() {
        return address.toString().replaceAll("/+$", "");
    }

    /** One more parameter of a query, nothing when it has no value. */
    public static String parameter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + encoded(value);
    }

    public static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
