package io.meshwork.catalog.product.web;

import static io.meshwork.catalog.CatalogUnderTest.header;
import static io.meshwork.catalog.CatalogUnderTest.json;
import static io.meshwork.catalog.product.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.catalog.CatalogUnderTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Publishing over HTTP, answer by answer. */
class RestSubmissionTest {

    private final CatalogUnderTest catalog = CatalogUnderTest.shared();

    @Test
    void aNewVersionIsCreated() {
        HttpResponse<String> answer = catalog.submit(contract("created", "1.0.0"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(header(answer, "Location")).isEqualTo("/api/v1/products/shop.created/versions/1.0.0");
        assertThat(header(answer, "ETag")).isEqualTo("\"1\"");
        assertThat(json(answer).path("status").asString()).isEqualTo("published");
        assertThat(json(answer).path("productId").asString()).isEqualTo("shop.created");
        assertThat(json(answer).path("version").asString()).isEqualTo("1.0.0");
    }

    @Test
    void jsonIsTakenToo() {
        String document = "{\"apiVersion\":\"v3.1.0\",\"kind\":\"DataContract\",\"id\":\"x\",\"name\":\"as-json\","
                + "\"version\":\"1.0.0\",\"status\":\"active\",\"domain\":\"shop\"}";

        HttpResponse<String> answer = catalog.submit(document, "Content-Type", "application/json");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(header(catalog.get(header(answer, "Location") + "/contract"), "Content-Type"))
                .isEqualTo("application/json");
    }

    @Test
    void theSameVersionAgainIsUnchanged() {
        catalog.submit(contract("same", "1.0.0"));

        HttpResponse<String> answer = catalog.submit(contract("same", "1.0.0"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("status").asString()).isEqualTo("unchanged");
    }

    @Test
    void otherContentUnderTheVersionIsAConflict() {
        catalog.submit(contract("conflict", "1.0.0"));

        HttpResponse<String> answer = catalog.submit(contract("conflict", "1.0.0", "Something else"));

        assertProblem(answer, 409, "product.version.conflict");
    }

    @Test
    void aVersionBelowTheHighestIsAConflict() {
        catalog.submit(contract("lower", "2.0.0"));

        assertProblem(catalog.submit(contract("lower", "1.0.0")), 409, "product.version.too-low");
    }

    @Test
    void anotherRevisionThanExpectedFailsThePrecondition() {
        catalog.submit(contract("expected", "1.0.0"));

        assertProblem(
                catalog.submit(contract("expected", "1.1.0"), "If-Match", "\"7\""), 412, "product.revision.mismatch");
    }

    @Test
    void theExpectedRevisionIsPublished() {
        String tag = header(catalog.submit(contract("matched", "1.0.0")), "ETag");

        assertThat(catalog.submit(contract("matched", "1.1.0"), "If-Match", tag).statusCode())
                .isEqualTo(201);
    }

    @Test
    void anIfMatchThatIsNoTagOfOursIsABadRequest() {
        assertProblem(catalog.submit(contract("bad-tag", "1.0.0"), "If-Match", "*"), 400, "submission.if-match");
    }

    @Test
    void brokenYamlIsRefusedWithLineAndColumn() {
        HttpResponse<String> answer =
                catalog.submit("apiVersion: meshwork.io/v1\nkind: DataProduct\nmetadata: [open\n");

        assertProblem(answer, 422, "submission.rejected");
        JsonNode problem = json(answer).path("problems").path(0);
        assertThat(problem.path("line").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(problem.path("column").asInt()).isPositive();
        assertThat(problem.path("advice").asString()).isNotBlank();
    }

    @Test
    void allOfFortyProblemsAreListed() {
        String fields = IntStream.range(0, 40)
                .mapToObj(i -> "    - {name: f" + i + ", required: perhaps}\n")
                .collect(Collectors.joining());
        String document = contract("forty", "1.0.0").replaceAll("(?m)^ +- \\{name: id.*\\n", fields);

        HttpResponse<String> answer = catalog.submit(document);

        assertProblem(answer, 422, "submission.rejected");
        assertThat(json(answer).path("problems")).hasSize(40);
        assertThat(json(answer).path("problems"))
                .allSatisfy(problem ->
                        assertThat(problem.path("pointer").asString()).startsWith("/spec/schema/"));
    }

    @Test
    void anUnknownKindIsRefusedWithAdvice() {
        HttpResponse<String> answer = catalog.submit("apiVersion: v1\nkind: Pod\n");

        assertProblem(answer, 422, "submission.rejected");
        assertThat(json(answer).path("problems").path(0).path("advice").asString())
                .contains("DataContract");
    }

    @Test
    void twoMegabytesAreTooLarge() {
        assertProblem(catalog.submit("# " + "x".repeat(2 * 1024 * 1024)), 413, "submission.too-large");
    }

    @Test
    void theLargestContractIsTakenAndOneByteMoreIsNot() {
        String contract = contract("largest", "1.0.0");
        String padded = contract + "# " + "x".repeat(512 * 1024 - contract.length() - 1_024);

        assertThat(catalog.submit(padded).statusCode()).isEqualTo(201);
        assertProblem(
                catalog.submit(contract + "#" + "x".repeat(512 * 1024 - contract.length())),
                413,
                "submission.too-large");
    }

    @Test
    void aYamlBombIsRefusedAtOnce() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        }

        assertProblem(catalog.submit(bomb.toString()), 422, "submission.rejected");
    }

    @Test
    void neitherYamlNorJsonIsUnsupported() {
        HttpResponse<String> answer = catalog.submit("<contract/>", "Content-Type", "application/xml");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void textThatIsNotUtf8IsABadRequest() {
        var request = HttpRequest.newBuilder(catalog.uri("/api/v1/submissions"))
                .header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {'a', (byte) 0xff}))
                .build();

        assertProblem(catalog.send(request), 400, "submission.encoding");
    }

    @Test
    void theSameIdempotencyKeyIsTheSameSubmission() {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = catalog.submit(contract("once", "1.0.0"), "Idempotency-Key", key);

        HttpResponse<String> again = catalog.submit(contract("once", "1.0.0"), "Idempotency-Key", key);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void anIdempotencyKeyOfAnotherContractIsRefused() {
        String key = UUID.randomUUID().toString();
        catalog.submit(contract("key", "1.0.0"), "Idempotency-Key", key);

        HttpResponse<String> answer = catalog.submit(contract("key", "1.1.0"), "Idempotency-Key", key);

        assertProblem(answer, 422, "submission.idempotency-key.reused");
    }

    @Test
    void aDecidedSubmissionCanBeAskedFor() {
        String id = json(catalog.submit(contract("asked", "1.0.0")))
                .path("submissionId")
                .asString();

        HttpResponse<String> answer = catalog.get("/api/v1/submissions/" + id);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("productId").asString()).isEqualTo("shop.asked");
    }

    @Test
    void anUnknownSubmissionIsNotFound() {
        assertProblem(catalog.get("/api/v1/submissions/" + UUID.randomUUID()), 404, "submission.unknown");
    }

    @Test
    void anIdThatIsNoUuidIsABadRequest() {
        assertThat(catalog.get("/api/v1/submissions/nonsense").statusCode()).isEqualTo(400);
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(json(answer).path("code").asString()).isEqualTo(code);
        assertThat(json(answer).path("title").asString()).isNotBlank();
        assertThat(json(answer).path("detail").asString()).isNotBlank();
    }
}
