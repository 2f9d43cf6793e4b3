package io.meshwork.policy;

import static io.meshwork.policy.RunningPolicyService.MESH;
import static io.meshwork.policy.RunningPolicyService.PATIENCE;
import static io.meshwork.policy.RunningPolicyService.deadLetter;
import static io.meshwork.policy.RunningPolicyService.publish;
import static io.meshwork.policy.RunningPolicyService.request;
import static io.meshwork.policy.RunningPolicyService.send;
import static io.meshwork.policy.RunningPolicyService.verdicts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.AccessDecided;
import io.meshwork.events.AccessPrincipal;
import io.meshwork.events.AccessRequested;
import io.meshwork.messaging.Identity;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Questions who may use which product, over a real broker and a real database. */
class AccessServiceTest {

    private static final String POLICY = """
            apiVersion: meshwork.io/v1
            kind: Policy
            metadata: {id: archive-access, title: Who may use the archive}
            spec:
              scope: domain:archive
              category: security
              enforcement: mandatory
              decisionRules:
                - id: historians
                  effect: Permit
                  dnfCondition: [[{attributeName: principal.group, attributeValueIncludes: historians}]]
                - id: not-for-sale
                  effect: Deny
                  condition: request.purpose == 'sale' || product.version == '9.9.9'
            """;

    @BeforeAll
    static void bringThePolicyIntoForce() throws Exception {
        HttpResponse<String> defined =
                send(request("PUT", "/api/v1/policies/archive-access", "application/yaml", POLICY));
        assertThat(defined.statusCode()).as(defined.body()).isEqualTo(201);
        publish("archive.letters", "{\"domain\": \"archive\", \"name\": \"letters\", \"version\": \"1.0.0\"}");
        verdicts("archive.letters", 1);
    }

    @Test
    void questionsAreAnsweredOnceInTheirOrderWithTheRuleThatDecided() {
        UUID first = UUID.randomUUID();
        ask("archive.letters", "ada", "historians", "research", first);
        ask("archive.letters", "ada", "historians", "research", first);
        ask("archive.letters", "bob", "tourists", "research", UUID.randomUUID());
        ask("archive.letters", "ada", "historians", "sale", UUID.randomUUID());
        ask("archive.unknown", "ada", "historians", "research", UUID.randomUUID());

        assertThat(answers("archive.letters", 3))
                .extracting(AccessDecided::getDecision)
                .containsExactly("permitted", "denied", "denied");
        AccessDecided permitted = answers("archive.letters", 3).getFirst();
        assertThat(permitted.getRequestId()).isEqualTo(Identity.of("/access", first.toString()));
        assertThat(permitted.getRule()).isEqualTo("historians");
        assertThat(permitted.getPolicyRevision()).isEqualTo(1);
        assertThat(permitted.getVersion()).isEqualTo("1.0.0");
        assertThat(permitted.getTeam()).isEqualTo("history");
        assertThat(answers("archive.letters", 3).get(1).getReason()).isEqualTo("no rule permits it");
        assertThat(answers("archive.letters", 3).get(2).getRule()).isEqualTo("not-for-sale");
        assertThat(answers("archive.unknown", 1).getFirst().getReason())
                .isEqualTo("the mesh has no product 'archive.unknown'");
    }

    @Test
    void whatIsNoQuestionIsADeadLetterWithTheReason() {
        MESH.sendRaw("access.requested", "poisoned", new byte[] {9, 9, 9}, Map.of("ce_id", "poisoned"));
        MESH.send("access.requested", "archive", new AccessRequested("archive", null, " ", "read", null, null));

        assertThat(deadLetter("poisoned")).isNotBlank();
        assertThat(deadLetter("archive"))
                .contains("access.invalid", "/productId: name a product", "/purpose: say in 1 to 200");
    }

    @Test
    void gatewayIsAnsweredAtOnce() throws Exception {
        HttpResponse<String> permitted = check("historians", "research");
        HttpResponse<String> denied = check("historians", "sale");

        assertThat(permitted.statusCode()).as(permitted.body()).isEqualTo(200);
        assertThat(permitted.body())
                .contains(
                        "\"decision\":\"permitted\"",
                        "\"decidedBy\":{\"policyId\":\"archive-access\",\"policyRevision\":1,\"rule\":\"historians\","
                                + "\"effect\":\"Permit\"}",
                        "\"version\":\"1.0.0\"",
                        "\"action\":\"read\"");
        assertThat(denied.body())
                .contains(
                        "\"decision\":\"denied\"", "the rule 'not-for-sale' of the policy 'archive-access' denies it");
    }

    @Test
    void incompleteQuestionIsToldWithEveryPlace() throws Exception {
        HttpResponse<String> empty = send(request(
                "POST",
                "/api/v1/access/decisions",
                "application/json",
                "{\"principal\": {\"groups\": [null]}, \"port\": \"\"}"));

        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body())
                .contains("access.invalid", "/productId", "/principal/id", "\"/principal\"", "/purpose", "/port");
    }

    @Test
    void accessPolicyIsNotForWaiversAndDryRuns() throws Exception {
        HttpResponse<String> dryRun = send(request("POST", "/api/v1/policies/dry-run", "application/yaml", POLICY));
        HttpResponse<String> waiver = send(request("PUT", "/api/v1/waivers/no-need", "application/json", """
                {"policyId": "archive-access", "subject": "archive", "owner": "archive-team", "endsAt": "%s",
                 "reason": "The archive is open to all."}""".formatted(
                        Instant.now().plus(Duration.ofDays(30)))));

        assertThat(dryRun.statusCode()).isEqualTo(422);
        assertThat(dryRun.body()).contains("policy.dry-run.access");
        assertThat(waiver.body()).contains("waiver.policy-decides-access");
    }

    private static void ask(String productId, String principal, String group, String purpose, UUID id) {
        MESH.send(
                "access.requested",
                productId,
                new AccessRequested(
                        productId,
                        new AccessPrincipal(principal, List.of(group), List.of(), List.of()),
                        purpose,
                        "read",
                        null,
                        "history"),
                Map.of("ce_id", id.toString(), "ce_source", "/access"));
    }

    private static HttpResponse<String> check(String group, String purpose) throws Exception {
        return send(request("POST", "/api/v1/access/decisions", "application/json", """
                {"productId": "archive.letters", "purpose": "%s", "principal": {"id": "ada", "groups": ["%s"]}}
                """.formatted(purpose, group)));
    }

    private static List<AccessDecided> answers(String productId, int expected) {
        return await().atMost(PATIENCE)
                .until(
                        () -> MESH.read("access.decided", AccessDecided.class, 0, Duration.ofSeconds(5)).stream()
                                .filter(r -> productId.equals(r.key()))
                                .map(ConsumerRecord::value)
                                .toList(),
                        found -> found.size() >= expected);
    }
}
