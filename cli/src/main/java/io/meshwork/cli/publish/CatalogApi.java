package io.meshwork.cli.publish;

import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.NoAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalog's submissions over HTTP; every answer, and none at all, is a decision. */
final class CatalogApi {

    private static final String SUBMISSIONS = "/api/v1/submissions";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** Longer than the catalog itself waits for an outcome. */
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(100);

    private static final JsonMapper JSON = new JsonMapper();

    private final URI catalog;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    CatalogApi(URI catalog) {
        this.catalog = catalog;
    }

    Decision submit(Submission submission) {
        return sent(request(submission), this::decision);
    }

    private Decision sent(HttpRequest request, Function<HttpResponse<String>, Decision> meaning) {
        try {
            return meaning.apply(client.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            return new Decision.Unreachable(NoAnswer.reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Decision.Unreachable("interrupted");
        }
    }

    Decision define(Definition definition, Submission submission) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + "/api/v1/" + definition.path()))
                .timeout(ANSWER)
                .header("Content-Type", submission.contentType())
                .header("Accept", "application/json, application/problem+json")
                .header("Prefer", ApiClient.PREFER_WAIT)
                .PUT(BodyPublishers.ofByteArray(submission.document()));
        submission.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        submission.ifMatch().ifPresent(tag -> request.header("If-Match", tag));
        return sent(
                request.build(),
                answer -> answer.statusCode() / 100 == 2 && answer.statusCode() != 202
                        ? new Decision.Defined(definition)
                        : decision(answer));
    }

    private HttpRequest request(Submission submission) {
        var request = HttpRequest.newBuilder(URI.create(base() + SUBMISSIONS))
                .timeout(ANSWER)
                .header("Content-Type", submission.contentType())
                .header("Accept", "application/json, application/problem+json")
                .header("Prefer", ApiClient.PREFER_WAIT)
                .POST(BodyPublishers.ofByteArray(submission.document()));
        submission.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        submission.idempotencyKey().ifPresent(key -> request.header("Idempotency-Key", key));
        submission.ifMatch().ifPresent(tag -> request.header("If-Match", tag));
        return request.build();
    }

    private Decision decision(HttpResponse<String> response) {
        int status = response.statusCode();
        return switch (status) {
            case 200, 201 -> published(json(response.body()), status);
            case 202 -> new Decision.Pending(location(response));
            case 401, 403 -> rejected(response, "; give a token that may publish here with MESH_TOKEN");
            case 404, 405 -> new Decision.Unreachable("status " + status + ": nothing there takes submissions");
            case 412 ->
                rejected(
                        response,
                        "; somebody changed it since you read it: look at what it is now (mesh show -o json tells its"
                                + " revision), then publish again with that as --if-match");
            case 408, 429 -> new Decision.Unreachable(said(response));
            default ->
                status >= 400 && status < 500 ? rejected(response, "") : new Decision.Unreachable(said(response));
        };
    }

    /** What the catalog says of its trouble, such as a broker that is away. */
    private static String said(HttpResponse<String> response) {
        String detail = json(response.body()).path("detail").asString("");
        return "status " + response.statusCode() + (detail.isEmpty() ? "" : ": " + detail);
    }

    /** Waits until policies and quality have spoken about the version; empty when they have not in time, or it cannot be told. */
    Optional<Listing> listing(Decision.Published published, Optional<String> token, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() < end) {
                HttpResponse<String> response = client.send(product(published, token), BodyHandlers.ofString());
                JsonNode product = json(response.body());
                if (response.statusCode() != 200
                        || !product.path("version").asString("").equals(published.version())) {
                    return Optional.empty();
                }
                Listing listing = Listing.from(product);
                if (listing != null) {
                    return Optional.of(listing);
                }
                TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private HttpRequest product(Decision.Published published, Optional<String> token) {
        var request = HttpRequest.newBuilder(URI.create(base() + "/api/v1/products/" + published.productId()))
                .timeout(ANSWER)
                .header("Accept", "application/json");
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request.build();
    }

    /** Where people read about the product. */
    String page(Decision.Published published) {
        return base() + "/products/" + published.productId();
    }

    private static Decision published(JsonNode body, int status) {
        return new Decision.Published(
                body.path("productId").asString(""), body.path("version").asString(""), status == 200, problems(body));
    }

    private String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .map(location -> URI.create(base() + "/").resolve(location).toString())
                .orElse(base() + SUBMISSIONS);
    }

    private static Decision rejected(HttpResponse<String> response, String hint) {
        JsonNode body = json(response.body());
        String title = body.path("title").asString("status " + response.statusCode());
        String detail = body.path("detail").asString("");
        Problems problems = problems(body);
        if (problems.hasErrors()) {
            return new Decision.Rejected(hint.isEmpty() ? "" : title + hint, problems);
        }
        return new Decision.Rejected((detail.isEmpty() ? title : title + ": " + detail) + hint, problems);
    }

    private static Problems problems(JsonNode body) {
        return new Problems(
                body.path("problems").valueStream().map(CatalogApi::problem).toList());
    }

    private static Decision.Problem problem(JsonNode problem) {
        return new Decision.Problem(
                problem.path("severity").asString("error"),
                problem.path("code").asString(""),
                problem.path("message").asString(""),
                problem.path("advice").asString(""),
                problem.path("pointer").asString(""),
                problem.path("line").asInt(0),
                problem.path("column").asInt(0));
    }

    /** An answer that is no JSON, such as a proxy's page, counts as empty: the status has said enough. */
    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    private String base() {
        return catalog.toString().replaceAll("/+$", "");
    }
}
