package io.meshwork.policy;

import static io.meshwork.policy.RunningPolicyService.MESH;
import static io.meshwork.policy.RunningPolicyService.PATIENCE;
import static io.meshwork.policy.RunningPolicyService.deadLetter;
import static io.meshwork.policy.RunningPolicyService.publish;
import static io.meshwork.policy.RunningPolicyService.verdicts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.PolicyEvaluated;
import io.meshwork.events.PolicyViolation;
import io.meshwork.events.WaiverChanged;
import io.meshwork.events.WaiverSubmitted;
import io.meshwork.events.WaiverTerms;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Waivers over a real broker and a real database. */
class WaiverServiceTest {

    @Test
    void waiverLiftsABlockFromItsStartUntilItsEnd() {
        publish("cart.short", "{}");
        verdicts("cart.short", 1);

        WaiverTerms terms = WaiverTerms.newBuilder(
                        terms("cart.short", Instant.now().plusSeconds(6)))
                .setStartsAt(Instant.now().plusSeconds(2))
                .build();
        MESH.send("waiver.submitted", "short", new WaiverSubmitted("short", terms, "git"));

        List<PolicyEvaluated> verdicts = verdicts("cart.short", 3);
        assertThat(verdicts)
                .extracting(PolicyEvaluated::getVerdict)
                .containsExactly("violated", "warnings", "violated");
        PolicyViolation waived = verdicts.get(1).getViolations().getFirst();
        assertThat(waived.getWaiver().getWaiverId()).isEqualTo("short");
        assertThat(verdicts.get(1).getEvaluatedAt()).isAfterOrEqualTo(terms.getStartsAt());
        assertThat(verdicts.getLast().getEvaluatedAt())
                .isAfterOrEqualTo(waived.getWaiver().getUntil());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(changes("short"))
                        .extracting(WaiverChanged::getState)
                        .containsExactly("granted", "ending", "ended"));
    }

    @Test
    void waiverOfADomainIsGrantedOnceHoweverOftenItIsAskedForAndCanBeEnded() throws Exception {
        publish("media.films", "{}");
        verdicts("media.films", 1);
        Map<String, String> identity = Map.of("ce_id", "same", "ce_source", "/twice");
        WaiverSubmitted request = new WaiverSubmitted("again", terms("media", inAMonth()), "");
        MESH.send("waiver.submitted", "again", request, identity);
        MESH.send("waiver.submitted", "again", request, identity);
        MESH.send("waiver.submitted", "again", request);
        verdicts("media.films", 2);

        HttpResponse<String> ended = send("DELETE", "/again", "", "end-1");

        assertThat(ended.statusCode()).isEqualTo(201);
        assertThat(verdicts("media.films", 3))
                .extracting(PolicyEvaluated::getVerdict)
                .containsExactly("violated", "warnings", "violated");
        assertThat(changes("again"))
                .extracting(WaiverChanged::getState, WaiverChanged::getRevision)
                .containsExactly(tuple("granted", 1L), tuple("withdrawn", 2L));
        assertThat(send("DELETE", "/again", "", "end-1").statusCode())
                .as("the same request again")
                .isEqualTo(201);
        assertThat(send("DELETE", "/again", "", "end-2").statusCode()).isEqualTo(409);
        assertThat(send("DELETE", "/never-was", "", "").statusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotBeGrantedIsADeadLetterWithTheReason() {
        MESH.sendRaw("waiver.submitted", "poison", new byte[] {9, 9, 9}, Map.of("ce_id", "poison"));
        MESH.sendRaw("waiver.submitted", "null", null, Map.of("ce_id", "null"));
        MESH.send("waiver.submitted", "other-key", new WaiverSubmitted("w", terms("cart", inAMonth()), ""));
        MESH.send("waiver.submitted", "past", new WaiverSubmitted("past", terms("cart", Instant.EPOCH), ""));
        MESH.send("waiver.submitted", "zero\0", new WaiverSubmitted("zero\0", terms("cart", inAMonth()), "\0"));
        MESH.send("waiver.submitted", "none", new WaiverSubmitted("none", null, ""));

        for (String key : List.of("poison", "null", "other-key", "zero\0")) {
            assertThat(deadLetter(key)).as(key).isNotBlank();
        }
        assertThat(deadLetter("past")).contains("waiver.invalid", "/endsAt: the end has passed");
        assertThat(deadLetter("none")).contains("waiver.unknown");
    }

    @Test
    void waiverIsGrantedAndReadOverRest() throws Exception {
        String body = body("shop.orders", "stated", "2099-01-01")
                .replace("2099-01-01", inAMonth().toString());

        HttpResponse<String> granted = send("PUT", "/over-rest", body, "key-1");

        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(201);
        assertThat(granted.headers().firstValue("Location")).contains("/api/v1/waivers/over-rest");
        assertThat(send("PUT", "/over-rest", body, "key-1").statusCode()).isEqualTo(201);
        assertThat(send("PUT", "/over-rest", body, "key-2").statusCode()).isEqualTo(200);
        assertThat(send("PUT", "/over-rest", body.replace("shop-team", "other"), "key-2")
                        .body())
                .contains("idempotency-key.reused");
        assertThat(send("GET", "/over-rest", "", "").body())
                .contains("\"revision\":1", "\"state\":\"in-force\"", "\"approver\":\"", "\"source\":\"rest\"");
        assertThat(send("GET", "?subject=shop.orders&policy=classified&limit=1", "", "")
                        .body())
                .contains("\"id\":\"over-rest\"")
                .doesNotContain("\"next\"");
        assertThat(send("GET", "?subject=shop", "", "").body()).doesNotContain("over-rest");
        assertThat(send("GET", "/never-was", "", "").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsToldOverRestWithItsPlace() throws Exception {
        HttpResponse<String> empty = send("PUT", "/wrong", "{\"startsAt\": \"soon\"}", "");
        HttpResponse<String> rule =
                send("PUT", "/wrong", body("cart.a", "statd", inAMonth().toString()), "");

        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body())
                .contains("waiver.invalid", "\"pointer\":\"/policyId\"", "/subject", "/reason", "/owner")
                .contains("\"pointer\":\"/startsAt\"", "\"pointer\":\"/endsAt\"", "2027-03-31T12:00:00Z");
        assertThat(rule.statusCode()).isEqualTo(422);
        assertThat(rule.body()).contains("waiver.rule-unknown", "\"pointer\":\"/rule\"", "Did you mean `stated`?");
    }

    private static WaiverTerms terms(String subject, Instant end) {
        return WaiverTerms.newBuilder()
                .setPolicyId("classified")
                .setSubject(subject)
                .setReason("The catalogue of classes comes in March.")
                .setOwner("cart-team")
                .setEndsAt(end)
                .build();
    }

    private static String body(String subject, String rule, String end) {
        return """
                {"policyId": "classified", "rule": "%s", "subject": "%s", "owner": "shop-team", "endsAt": "%s",
                 "reason": "The catalogue of classes comes in March."}""".formatted(rule, subject, end);
    }

    private static Instant inAMonth() {
        return Instant.now().plus(Duration.ofDays(30));
    }

    private static List<WaiverChanged> changes(String waiverId) {
        return MESH.read("waiver.changed", WaiverChanged.class, 0, Duration.ofSeconds(5)).stream()
                .filter(r -> waiverId.equals(r.key()))
                .map(ConsumerRecord::value)
                .toList();
    }

    private static HttpResponse<String> send(String method, String path, String body, String key) throws Exception {
        HttpRequest.Builder request =
                RunningPolicyService.request(method, "/api/v1/waivers" + path, "application/json", body);
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return RunningPolicyService.send(request);
    }
}
