package io.meshwork.catalog.domain.web;

import static io.meshwork.catalog.CatalogUnderTest.header;
import static io.meshwork.catalog.CatalogUnderTest.json;
import static io.meshwork.catalog.product.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.catalog.CatalogUnderTest;
import io.meshwork.catalog.domain.DomainStore;
import io.meshwork.events.DomainChanged;
import io.meshwork.events.DomainSubmitted;
import io.meshwork.messaging.testkit.TestPlatform;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** From a description of a domain to products in it. */
class DomainFlowTest {

    private static final Duration SOON = TestPlatform.PATIENCE;
    private static final String PATH = "/api/v1/domains/";

    private final CatalogUnderTest catalog = CatalogUnderTest.shared();
    private final TestPlatform platform = catalog.platform();

    @Test
    void aDomainThatIsDescribedIsAnnouncedAndCanBePublishedIn() {
        assertThat(publish("fresh").statusCode()).isEqualTo(422);

        HttpResponse<String> described = catalog.put(PATH + "fresh", domain("fresh", "Food", "anna"));

        assertThat(described.statusCode()).as(described.body()).isEqualTo(201);
        assertThat(header(described, "ETag")).isEqualTo("\"1\"");
        assertThat(publish("fresh").statusCode()).isEqualTo(201);
        assertThat(announced("fresh", 1).getFirst()).satisfies(changed -> {
            assertThat(changed.getRevision()).isEqualTo(1);
            assertThat(changed.getDescription()).isEqualTo("Food");
            assertThat(changed.getMembers()).containsExactly("anna");
            assertThat(changed.getOwnerContact()).isEqualTo("team@example.com");
        });
    }

    @Test
    void theRejectionOfAnUnknownDomainTellsWhatToDo() {
        HttpResponse<String> answer = publish("nowhere");

        assertThat(json(answer).path("problems").path(0).path("code").asString())
                .isEqualTo("product.domain.unknown");
        assertThat(json(answer).path("problems").path(0).path("advice").asString())
                .contains("mesh domain define nowhere");
    }

    @Test
    void theSameDescriptionChangesNothingAndAnotherIsTheNextRevision() {
        catalog.put(PATH + "twice", domain("twice", "First", "anna"));

        assertThat(catalog.put(PATH + "twice", domain("twice", "First", "anna")).statusCode())
                .isEqualTo(200);
        HttpResponse<String> second = catalog.put(PATH + "twice", domain("twice", "Second", "anna"));

        assertThat(json(second).path("revision").asLong()).isEqualTo(2);
        assertThat(announced("twice", 2)).extracting(DomainChanged::getRevision).containsExactly(1L, 2L);
    }

    @Test
    void onlyWhatTheCallerHasSeenIsReplaced() {
        catalog.put(PATH + "seen", domain("seen", "First", "anna"));

        assertThat(catalog.put(PATH + "seen", domain("seen", "Second", "anna"), "If-Match", "\"7\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(catalog.put(PATH + "seen", domain("seen", "Second", "anna"), "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(catalog.put(PATH + "seen", domain("seen", "Third", "anna"), "If-Match", "new")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void ofTwoWhoHaveSeenTheSameOnlyOneReplacesIt() {
        catalog.put(PATH + "race", domain("race", "First", "anna"));

        List<Integer> statuses = Stream.of("Left", "Right")
                .map(text -> CompletableFuture.supplyAsync(
                        () -> catalog.put(PATH + "race", domain("race", text, "anna"), "If-Match", "\"1\"")
                                .statusCode(),
                        Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 412);
    }

    @Test
    void whatIsTooLargeOrNoTextIsRefused() {
        assertThat(catalog.put(PATH + "large", "#" + "x".repeat(600_000)).statusCode())
                .isEqualTo(413);
        assertThat(catalog.get("/api/v1/domains?after=%00").statusCode()).isEqualTo(400);
    }

    @Test
    void aDomainWithProductsInUseStays() {
        catalog.put(PATH + "used", domain("used", "In use", "anna"));
        publish("used");

        HttpResponse<String> answer = delete("used");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).path("code").asString()).isEqualTo("domain.in-use");
    }

    @Test
    void anEmptyDomainCanBeWithdrawnAndComeBack() {
        catalog.put(PATH + "gone", domain("gone", "Short", "anna"));

        assertThat(delete("gone").statusCode()).isEqualTo(204);
        assertThat(catalog.get(PATH + "gone").statusCode()).isEqualTo(404);
        assertThat(publish("gone").statusCode()).isEqualTo(422);
        assertThat(catalog.put(PATH + "gone", domain("gone", "Short", "anna")).statusCode())
                .isEqualTo(201);

        delete("gone");
        assertThat(catalog.bean(DomainStore.class).notWithdrawn(List.of("gone", "never-was")))
                .containsExactly("never-was");
        catalog.put(PATH + "gone", domain("gone", "Short", "anna"));

        assertThat(announced("gone", 5))
                .extracting(DomainChanged::getWithdrawn)
                .containsExactly(false, true, false, true, false);
    }

    @Test
    void whatIsNoDescriptionIsRefusedWithEveryProblem() {
        HttpResponse<String> answer = catalog.put(PATH + "bad", "kind: Domain\nmetadata: {name: Bad}\nspec: {}\n");
        HttpResponse<String> other = catalog.put(PATH + "bad", domain("good", "Good", "anna"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("problems")).hasSizeGreaterThan(2);
        assertThat(json(other).path("code").asString()).isEqualTo("domain.other-name");
    }

    @Test
    void aRecordIsEnoughAndOneThatIsRefusedIsADeadLetter() {
        platform.send(
                "domain.submitted",
                "by-record",
                DomainSubmitted.newBuilder()
                        .setDomain("by-record")
                        .setDocument("kind: Domain")
                        .build());
        platform.send(
                "domain.submitted",
                "by-record",
                DomainSubmitted.newBuilder()
                        .setDomain("by-record")
                        .setDocument(domain("by-record", "From Git", "anna"))
                        .build());

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(catalog.get(PATH + "by-record").statusCode()).isEqualTo(200));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(platform.readRaw("catalog.dlt", 1, SOON).stream()
                                .filter(letter -> isKey(letter, "by-record"))
                                .map(letter -> TestPlatform.header(letter, "mesh-dlt-reason")))
                        .singleElement()
                        .asString()
                        .contains("domain.invalid"));
    }

    @Test
    void domainsAreListedByName() {
        List.of("list-a", "list-b", "list-c").forEach(catalog::describe);

        assertThat(json(catalog.get("/api/v1/domains?after=list-a&limit=1"))
                        .path("items")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("list-b");
        assertThat(json(catalog.get("/api/v1/domains?after=list-a&limit=1"))
                        .path("next")
                        .asString())
                .isEqualTo("/api/v1/domains?after=list-b&limit=1");
        assertThat(catalog.get("/api/v1/domains?limit=0").statusCode()).isEqualTo(400);
    }

    private static boolean isKey(ConsumerRecord<byte[], byte[]> letter, String key) {
        return letter.key() != null && new String(letter.key(), StandardCharsets.UTF_8).equals(key);
    }

    private HttpResponse<String> publish(String domain) {
        return catalog.submit(contract("orders", "1.0.0").replace("domain: shop", "domain: " + domain));
    }

    private HttpResponse<String> delete(String domain) {
        return catalog.send(
                HttpRequest.newBuilder(catalog.uri(PATH + domain)).DELETE().build());
    }

    /** What is decided is published a moment after it can be read. */
    private List<DomainChanged> announced(String domain, int expected) {
        return await().atMost(SOON)
                .until(
                        () -> platform.read("domain.changed", DomainChanged.class, 1, SOON).stream()
                                .map(ConsumerRecord::value)
                                .filter(changed -> changed.getDomain().equals(domain))
                                .toList(),
                        found -> found.size() >= expected);
    }

    private static String domain(String name, String description, String member) {
        return """
                apiVersion: meshwork.io/v1
                kind: Domain
                metadata: {name: %s, owner: team@example.com}
                spec:
                  description: %s
                  members: [%s]
                """.formatted(name, description, member);
    }
}
