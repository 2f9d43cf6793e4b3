package io.meshwork.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.PolicyChanged;
import io.meshwork.events.PolicyEvaluated;
import io.meshwork.events.PolicySubmitted;
import io.meshwork.events.PolicyViolation;
import io.meshwork.events.ProductPublished;
import io.meshwork.events.QualityScored;
import io.meshwork.messaging.testkit.TestPlatform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service over a real broker and a real database. Every test uses products, policies and files of its own. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class PolicyServiceTest {

    private static final Duration PATIENCE = TestPlatform.PATIENCE;
    private static final String DRY_RUN = "/api/v1/policies/dry-run";
    private static final TestPlatform MESH = TestPlatform.fresh();

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() throws IOException {
        write("classified.yaml", policy("classified", "global", "mandatory", "has(product.classification)"));
        write("described.yaml", policy("described", "global", "advisory", "has(product.description)"));
        publish("sales.first", "1.0.0", 1, "{}");
        service = startService();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static ConfigurableApplicationContext startService() {
        return PolicyService.start(MESH.args("policy", "--mesh.policy.folder=" + folder, "--mesh.policy.poll=100ms"));
    }

    @Test
    void announcesEveryPolicyOfTheFolder() {
        await().atMost(PATIENCE).until(() -> !changes("described").isEmpty());

        assertThat(changes("classified").getFirst().getPolicyRevision()).isEqualTo(1);
        assertThat(changes("described").getFirst().getEnforcement()).isEqualTo("advisory");
    }

    @Test
    void productsThatWaitedAreJudgedByTheFirstPoliciesAndNotByNone() {
        assertThat(verdicts("sales.first", 1).getFirst().value().getViolations())
                .extracting(PolicyViolation::getPolicyId)
                .containsExactly("classified", "described");
    }

    @Test
    void judgesPublishedProduct() throws Exception {
        publish("sales.bare", "1.0.0", 1, "{}");

        ConsumerRecord<String, PolicyEvaluated> verdict =
                verdicts("sales.bare", 1).getFirst();

        assertThat(verdict.key()).isEqualTo("sales.bare");
        assertThat(verdict.value().getVerdict()).isEqualTo("violated");
        assertThat(verdict.value().getPolicySetRevision()).isPositive();
        assertThat(verdict.value().getViolations())
                .extracting(PolicyViolation::getPolicyId)
                .containsExactly("classified", "described");
        assertThat(verdict.value().getViolations().getFirst().getRemediation()).isEqualTo("mend it");
        assertThat(get("/api/v1/verdicts/sales.bare").body()).contains("\"verdict\":\"violated\"");
        assertThat(get("/api/v1/verdicts/sales.unknown").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/verdicts/sales.bare/explanation?policy=classified")
                        .body())
                .contains(
                        "\"reproduced\":true",
                        "{\"rule\":\"the-rule\",\"holds\":\"no\",\"message\":\"it is wrong\","
                                + "\"values\":[{\"expression\":\"has(product.classification)\",\"value\":\"false\"}]}")
                .doesNotContain("{\"policyId\":\"described\",\"policyRevision\":1,\"title\"");
        assertThat(get("/api/v1/verdicts/sales.unknown/explanation").statusCode())
                .isEqualTo(404);
    }

    @Test
    void duplicateIsJudgedOnce() {
        Map<String, String> identity = Map.of("ce_id", "same", "ce_source", "/twice");
        MESH.send("product.published", "sales.twice", published("sales.twice", "1.0.0", 1, "{}"), identity);
        MESH.send("product.published", "sales.twice", published("sales.twice", "1.0.0", 1, "{}"), identity);
        publish("sales.twice", "1.0.0", 1, "{}");
        publish("sales.twice", "2.0.0", 2, "{}");

        assertThat(verdicts("sales.twice", 2))
                .extracting(v -> v.value().getVersion())
                .containsExactly("1.0.0", "2.0.0");
    }

    @Test
    void olderVersionThatComesLateIsJudgedAndDoesNotHideTheNewer() throws Exception {
        publish("sales.late", "1.1.0", 2, "{\"classification\": \"public\"}");
        publish("sales.late", "1.0.0", 1, "{}");

        assertThat(verdicts("sales.late", 2)).hasSize(2);
        assertThat(get("/api/v1/verdicts/sales.late").body()).contains("\"version\":\"1.1.0\"");
        assertThat(get("/api/v1/verdicts/sales.late?version=1.0.0").body()).contains("\"verdict\":\"violated\"");
    }

    @Test
    void poisonIsSetAsideAndTheRestJudged() {
        publish("sales.before", "1.0.0", 1, "{}");
        MESH.sendRaw("product.published", "sales.poison", new byte[] {9, 9, 9}, Map.of("ce_id", "poison"));
        MESH.sendRaw("product.published", "sales.null", null, Map.of("ce_id", "null"));
        publish("sales.broken", "1.0.0", 1, "{\"name\": ");
        publish("sales.list", "1.0.0", 1, "[]");
        MESH.send("product.published", "other.key", published("sales.mismatch", "1.0.0", 1, "{}"));
        publish("sales.after", "1.0.0", 1, "{}");

        verdicts("sales.before", 1);
        verdicts("sales.after", 1);
        for (String key : List.of("sales.poison", "sales.null", "sales.broken", "sales.list", "other.key")) {
            assertThat(deadLetter(key)).as(key).isNotBlank();
        }
        assertThat(deadLetter("sales.broken")).contains("not valid JSON");
        assertThat(deadLetter("sales.list")).contains("not a JSON object");
    }

    @Test
    void changedFileIsJudgedAgainAndOnlyDifferencesAreAnnounced() throws Exception {
        write("named.yaml", policy("named", "domain:naming", "advisory", "true"));
        await().atMost(PATIENCE).until(() -> !changes("named").isEmpty());
        publish("naming.short", "1.0.0", 1, "{\"classification\": \"public\", \"description\": \"x\"}");
        publish("other.short", "1.0.0", 1, "{\"classification\": \"public\", \"description\": \"x\"}");
        verdicts("naming.short", 1);
        verdicts("other.short", 1);

        write(
                "named.yaml",
                policy("named", "domain:naming", "mandatory", "has(product.title)")
                        .replace("  rules:", "  grace: 0 days\n  rules:"));

        List<ConsumerRecord<String, PolicyEvaluated>> verdicts = verdicts("naming.short", 2);
        assertThat(verdicts.getLast().value().getVerdict()).isEqualTo("violated");
        assertThat(verdicts.getLast().value().getPolicySetRevision())
                .isGreaterThan(verdicts.getFirst().value().getPolicySetRevision());
        assertThat(changes("named").getLast().getPolicyRevision()).isEqualTo(2);
        assertThat(verdicts("other.short", 1)).hasSize(1);
    }

    @Test
    void productThatCompliedIsBlockedWhenTheGraceAfterAChangeEnds() throws Exception {
        publish("grace.short", "1.0.0", 1, "{\"classification\": \"public\", \"description\": \"x\"}");
        verdicts("grace.short", 1);

        put(
                "spared",
                policy("spared", "domain:grace", "mandatory", "has(product.title)")
                        .replace("  rules:", "  grace: 2 seconds\n  rules:"),
                "");

        List<ConsumerRecord<String, PolicyEvaluated>> verdicts = verdicts("grace.short", 3);
        PolicyEvaluated spared = verdicts.get(1).value();
        PolicyEvaluated blocked = verdicts.get(2).value();
        assertThat(spared.getVerdict()).isEqualTo("warnings");
        assertThat(spared.getViolations().getFirst().getBlocksAt()).isAfter(spared.getEvaluatedAt());
        assertThat(blocked.getVerdict()).isEqualTo("violated");
        assertThat(blocked.getEvaluatedAt())
                .isAfterOrEqualTo(spared.getViolations().getFirst().getBlocksAt());
        assertThat(blocked.getPolicySetRevision()).isEqualTo(spared.getPolicySetRevision());
    }

    @Test
    void stageOfARollOutBeginsOnItsOwn() throws Exception {
        publish("stages.short", "1.0.0", 1, "{\"classification\": \"public\", \"description\": \"x\"}");
        verdicts("stages.short", 1);

        Instant soon = Instant.now().plusSeconds(3);
        put(
                "staged",
                policy("staged", "domain:stages", "disabled", "false")
                        .replace("  rules:", "  schedule: [{from: '" + soon + "', enforcement: advisory}]\n  rules:"),
                "");

        assertThat(verdicts("stages.short", 2).getLast().value().getVerdict()).isEqualTo("warnings");
        assertThat(changes("staged")).extracting(PolicyChanged::getEnforcement).containsExactly("disabled", "advisory");
        assertThat(changes("staged").getLast().getPolicySetRevision())
                .isGreaterThan(changes("staged").getFirst().getPolicySetRevision());
    }

    @Test
    void scoreIsAFactWheneverItComes() throws Exception {
        put("scored", policy("scored", "domain:scores", "mandatory", "!has(quality.score) || quality.score > 0.5"), "");
        await().atMost(PATIENCE).until(() -> !changes("scored").isEmpty());
        String contract = "{\"classification\": \"public\", \"description\": \"x\"}";

        score("scores.early", 1, 0.1);
        publish("scores.late", "1.0.0", 1, contract);
        verdicts("scores.late", 1);
        score("scores.late", 2, 0.1);
        score("scores.late", 1, 0.9);
        publish("scores.early", "1.0.0", 1, contract);

        assertThat(verdicts("scores.early", 1).getFirst().value().getVerdict()).isEqualTo("violated");
        assertThat(verdicts("scores.late", 2))
                .extracting(verdict -> verdict.value().getVerdict())
                .containsExactly("compliant", "violated");
    }

    @Test
    void productIsJudgedAgainWhenWhatItIsMadeFromChanges() throws Exception {
        put(
                "no-leak",
                policy(
                        "no-leak",
                        "domain:leaks",
                        "mandatory",
                        "upstreams.all(u, u.classification == product.classification)"),
                "");
        await().atMost(PATIENCE).until(() -> !changes("no-leak").isEmpty());
        publish("origin.people", "1.0.0", 1, "{\"classification\": \"public\"}");
        verdicts("origin.people", 1);
        publish("leaks.copy", "1.0.0", 1, """
                {"classification": "public", "description": "x", "inputPorts": [{"source": "origin.people"}]}
                """);
        verdicts("leaks.copy", 1);

        publish("origin.people", "2.0.0", 2, "{\"classification\": \"restricted\"}");

        assertThat(verdicts("leaks.copy", 2))
                .extracting(verdict -> verdict.value().getVerdict())
                .containsExactly("compliant", "violated");
    }

    @Test
    void removedFileWithdrawsItsPolicy() throws Exception {
        write("passing.yaml", policy("passing", "global", "advisory", "true"));
        await().atMost(PATIENCE).until(() -> !changes("passing").isEmpty());

        Files.delete(folder.resolve("passing.yaml"));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(changes("passing").getLast().getWithdrawn()).isTrue());
        assertThat(get("/api/v1/policies?limit=200").body()).doesNotContain("\"passing\"");
    }

    @Test
    void zBrokenFileKeepsTheLastGoodSetAlsoAfterRestart() throws Exception {
        write("bad.yaml", policy("bad", "global", "mandatory", "has(product.clasification)"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/api/v1/policies/problems").body())
                        .contains("\"file\":\"bad.yaml\"", "\"line\":10", "Did you mean `classification`?"));
        service.close();
        service = startService();
        publish("sales.meanwhile", "1.0.0", 1, "{}");

        assertThat(verdicts("sales.meanwhile", 1).getFirst().value().getViolations())
                .extracting(PolicyViolation::getPolicyId)
                .contains("classified");
        assertThat(get("/actuator/health/readiness").body()).contains("\"status\":\"UP\"");

        Files.delete(folder.resolve("bad.yaml"));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(get("/api/v1/policies/problems").body()).isEqualTo("{\"items\":[]}"));
    }

    @Test
    void policyCanBeSubmittedAsRecord() {
        MESH.send(
                "policy.submitted",
                "submitted",
                new PolicySubmitted("submitted", policy("submitted", "domain:records", "mandatory", "false"), "git"));
        await().atMost(PATIENCE).until(() -> !changes("submitted").isEmpty());

        publish("records.any", "1.0.0", 1, "{}");

        assertThat(verdicts("records.any", 1).getFirst().value().getViolations())
                .extracting(PolicyViolation::getPolicyId)
                .contains("submitted");
    }

    @Test
    void invalidSubmissionsAreDeadLettersWithReasons() {
        MESH.send(
                "policy.submitted",
                "wrong-field",
                new PolicySubmitted("wrong-field", policy("wrong-field", "global", "mandatory", "product.nam"), ""));
        MESH.send(
                "policy.submitted",
                "classified",
                new PolicySubmitted("classified", policy("classified", "domain:sales", "disabled", "true"), ""));
        MESH.send("policy.submitted", "never-was", new PolicySubmitted("never-was", null, ""));

        assertThat(deadLetter("wrong-field")).contains("line 10", "column", "there is no field 'nam'");
        assertThat(deadLetter("classified")).contains("policy.id.taken", "global policy");
        assertThat(deadLetter("never-was")).contains("policy.unknown");
    }

    @Test
    void policyIsDefinedAndWithdrawnOverRest() throws Exception {
        String document = policy("over-rest", "domain:rest", "advisory", "true");

        assertThat(put("over-rest", document, "key-1").statusCode()).isEqualTo(201);
        assertThat(put("over-rest", document, "key-1").statusCode()).isEqualTo(201);
        assertThat(put("over-rest", document, "key-2").statusCode()).isEqualTo(200);
        assertThat(put("over-rest", document.replace("wrong", "bad"), "key-2").body())
                .contains("idempotency-key.reused");
        assertThat(get("/api/v1/policies/over-rest").body()).contains("\"revision\":1", "\"origin\":\"request\"");
        assertThat(put("classified", policy("classified", "global", "advisory", "true"), "k")
                        .statusCode())
                .isEqualTo(409);
        HttpResponse<String> invalid = put("over-rest", document.replace("true", "product.nam"), "k3");
        assertThat(invalid.statusCode()).isEqualTo(422);
        assertThat(invalid.body()).contains("\"line\":10", "\"code\":\"policy.invalid\"");
        assertThat(send("DELETE", "/api/v1/policies/over-rest", "", "k4").statusCode())
                .isEqualTo(201);
        assertThat(send("DELETE", "/api/v1/policies/over-rest", "", "k5").statusCode())
                .isEqualTo(404);
        assertThat(changes("over-rest").getLast().getWithdrawn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/compliance", "/api/v1/compliance/history?days=2"})
    void complianceIsReportedAsJsonUnlessCsvIsAskedFor(String path) throws Exception {
        publish("ledgers.books", "1.0.0", 1, "{}");
        verdicts("ledgers.books", 1);

        HttpResponse<String> anything = get(path, "*/*");
        HttpResponse<String> table = get(path, "text/csv");

        assertThat(anything.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(anything.body()).startsWith("{").contains("\"blocked\":");
        assertThat(get(path).headers().firstValue("Content-Type")).contains("application/json");
        assertThat(table.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(table.body().lines().findFirst().orElseThrow()).contains(",blocked");
        assertThat(table.body().lines()).hasSizeGreaterThan(1);
    }

    @Test
    void complianceIsRefusedForWhatCannotBeGrouped() throws Exception {
        assertThat(get("/api/v1/compliance?by=owner").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/compliance/history?days=0").statusCode()).isEqualTo(400);
    }

    @Test
    void aDryRunTellsWhomANewPolicyWouldHitAndChangesNothing() throws Exception {
        publish("dry.titled", "1.0.0", 1, "{\"classification\": \"public\", \"title\": \"T\"}");
        publish("dry.bare", "1.0.0", 1, "{\"classification\": \"public\", \"owner\": {\"team\": \"dry-team\"}}");
        verdicts("dry.titled", 1);
        verdicts("dry.bare", 1);

        JsonNode report = dryRun(policy("dry-new", "domain:dry", "mandatory", "has(product.title)"));

        assertThat(report.path("policyRevision").isMissingNode()).isTrue();
        assertThat(report.path("complete").asBoolean()).isTrue();
        assertThat(report.path("domains").path("dry").toString())
                .isEqualTo("{\"newlyFailing\":1,\"newlyPassing\":0,\"stillFailing\":0,\"unchanged\":1}");
        assertThat(report.path("total").path("newlyFailing").asInt()).isEqualTo(1);
        assertThat(report.path("owners").path("dry-team").path("newlyFailing").asInt())
                .isEqualTo(1);
        assertThat(report.path("newlyFailing").path(0).toString())
                .contains("dry.bare", "\"before\":\"compliant\"", "\"after\":\"violated\"", "it is wrong");
        assertThat(get("/api/v1/policies/dry-new").statusCode()).isEqualTo(404);
        assertThat(changes("dry-new")).isEmpty();
        assertThat(verdicts("dry.bare", 1)).hasSize(1);
    }

    @Test
    void aDryRunComparesWithTheRevisionInForce() throws Exception {
        put("dry-old", policy("dry-old", "domain:dryold", "advisory", "has(product.title)"), "dry-1");
        publish("dryold.bare", "1.0.0", 1, "{\"classification\": \"public\"}");
        publish("dryold.described", "1.0.0", 1, "{\"classification\": \"public\", \"description\": \"x\"}");
        verdicts("dryold.bare", 1);
        verdicts("dryold.described", 1);

        JsonNode stricter = dryRun(policy("dry-old", "domain:dryold", "mandatory", "has(product.title)"));
        JsonNode other = dryRun(policy("dry-old", "domain:dryold", "advisory", "has(product.description)"));

        assertThat(stricter.path("policyRevision").asInt()).isEqualTo(1);
        assertThat(stricter.path("domains").path("dryold").path("newlyFailing").asInt())
                .as("a warning that becomes a violation")
                .isEqualTo(2);
        assertThat(other.path("domains").path("dryold").toString())
                .isEqualTo("{\"newlyFailing\":0,\"newlyPassing\":1,\"stillFailing\":1,\"unchanged\":0}");
        assertThat(other.path("newlyPassing").path(0).path("productId").asString())
                .isEqualTo("dryold.described");
    }

    @Test
    void aDryRunIsRefusedForWhatCouldNeverComeIntoForce() throws Exception {
        assertThat(send("POST", DRY_RUN, policy("dry-bad", "global", "mandatory", "product.nam"), "")
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("POST", DRY_RUN, policy("classified", "domain:sales", "disabled", "true"), "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(send("POST", DRY_RUN, policy("described", "global", "mandatory", "true"), "")
                        .statusCode())
                .as("a policy that is kept in a file is tried before the file is changed")
                .isEqualTo(200);
    }

    @Test
    void listsPoliciesPageByPage() throws Exception {
        String first = get("/api/v1/policies?limit=1").body();

        assertThat(first).contains("\"id\":\"classified\"", "\"next\":\"/api/v1/policies?after=classified&limit=1\"");
        assertThat(get("/api/v1/policies?after=classified&limit=1").body()).doesNotContain("\"id\":\"classified\"");
        assertThat(get("/api/v1/policies/classified").body()).contains("\"document\":");
        assertThat(get("/api/v1/policies/no-such").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/openapi").body()).contains("/api/v1/verdicts/{productId}");
        assertThat(get("/api").statusCode()).isIn(200, 302);
        assertThat(get("/api/v1/openapi").body())
                .contains("\"title\":\"Meshwork policy service\"", "\"name\":\"Idempotency-Key\",\"in\":\"header\"")
                .doesNotContain("\"name\":\"caller\"", "\"name\":\"asker\"");
    }

    // ---- what the specs are told in -----------------------------------------------------------------------------

    private static JsonNode dryRun(String document) throws Exception {
        HttpResponse<String> answer = send("POST", DRY_RUN, document, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    private static void publish(String productId, String version, long revision, String contract) {
        MESH.send("product.published", productId, published(productId, version, revision, contract));
    }

    private static ProductPublished published(String productId, String version, long revision, String contract) {
        return ProductPublished.newBuilder()
                .setProductId(productId)
                .setDomain(productId.substring(0, productId.indexOf('.')))
                .setName(productId.substring(productId.indexOf('.') + 1))
                .setVersion(version)
                .setType("source")
                .setLifecycle("production")
                .setContract(contract)
                .setContentHash("0")
                .setRevision(revision)
                .setSubmissionId(UUID.fromString("00000000-0000-0000-0000-000000000001"))
                .setPrincipal("local")
                .setSubmittedAt(Instant.EPOCH)
                .setPublishedAt(Instant.EPOCH)
                .build();
    }

    private static void score(String productId, long run, double score) {
        MESH.send(
                "quality.scored",
                productId,
                QualityScored.newBuilder()
                        .setProductId(productId)
                        .setVersion("1.0.0")
                        .setRunSequence(run)
                        .setTrigger("published")
                        .setStatus("passed")
                        .setScore(score)
                        .setScoredAt(Instant.EPOCH)
                        .build());
    }

    private static List<ConsumerRecord<String, PolicyEvaluated>> verdicts(String productId, int expected) {
        return await().atMost(PATIENCE)
                .until(
                        () -> MESH.read("policy.evaluated", PolicyEvaluated.class, 0, Duration.ofSeconds(5)).stream()
                                .filter(r -> productId.equals(r.key()))
                                .toList(),
                        found -> found.size() >= expected);
    }

    private static List<PolicyChanged> changes(String policyId) {
        return MESH.read("policy.changed", PolicyChanged.class, 0, Duration.ofSeconds(5)).stream()
                .filter(r -> policyId.equals(r.key()))
                .map(ConsumerRecord::value)
                .toList();
    }

    private static String deadLetter(String key) {
        return await().atMost(PATIENCE)
                .until(
                        () -> MESH.readRaw("policy.dlt", 0, Duration.ofSeconds(5)).stream()
                                .filter(r -> key.equals(new String(r.key(), StandardCharsets.UTF_8)))
                                .map(r -> {
                                    StringBuilder all = new StringBuilder();
                                    r.headers().forEach(h -> all.append(new String(h.value(), StandardCharsets.UTF_8)));
                                    return all.toString();
                                })
                                .findFirst()
                                .orElse(""),
                        text -> !text.isEmpty());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, "", "");
    }

    private static HttpResponse<String> get(String path, String accept) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(address(path)).header("Accept", accept).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + path);
    }

    private static HttpResponse<String> put(String policyId, String document, String key) throws Exception {
        return send("PUT", "/api/v1/policies/" + policyId, document, key);
    }

    private static HttpResponse<String> send(String method, String path, String body, String key) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/yaml")
                .header("Prefer", TestPlatform.WAIT)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /** As editors do: the whole file at once. */
    private static void write(String name, String document) throws IOException {
        Path draft = Files.writeString(folder.resolve("." + name), document);
        Files.move(draft, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String policy(String id, String scope, String enforcement, String expression) {
        return """
                apiVersion: meshwork.io/v1
                kind: Policy
                metadata: {id: %s, title: A title}
                spec:
                  scope: "%s"
                  category: documentation
                  enforcement: %s
                  rules:
                    - id: the-rule
                      expression: "%s"
                      message: it is wrong
                      remediation: mend it
                """.formatted(id, scope, enforcement, expression);
    }
}
