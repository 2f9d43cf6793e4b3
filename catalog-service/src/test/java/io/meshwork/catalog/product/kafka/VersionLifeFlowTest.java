package io.meshwork.catalog.product.kafka;

import static io.meshwork.catalog.CatalogUnderTest.json;
import static io.meshwork.catalog.product.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.catalog.CatalogUnderTest;
import io.meshwork.events.ProductListing;
import io.meshwork.events.ProductVersionChanged;
import io.meshwork.messaging.testkit.TestPlatform;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Versions come to their end through the log, whoever or whatever asks for it. */
class VersionLifeFlowTest {

    private static final Duration SOON = TestPlatform.PATIENCE;

    private final CatalogUnderTest catalog = CatalogUnderTest.shared();
    private final TestPlatform platform = catalog.platform();

    @Test
    void consumersOfABreakingVersionAreGivenTimeAndItEndsWhenTheyHaveMoved() {
        submit(used("migrated", "1.0.0"));
        submit(breaking("migrated", "2.0.0"));

        ProductListing both = last("product.listing", ProductListing.class, "shop.migrated", 2);
        assertThat(both.getVersion()).isEqualTo("2.0.0");
        assertThat(both.getDeprecatedVersions()).singleElement().satisfies(old -> {
            assertThat(old.getVersion()).isEqualTo("1.0.0");
            assertThat(old.getSuccessor()).isEqualTo("2.0.0");
            assertThat(old.getWaitingFor()).containsExactly("finance", "crm");
        });

        assertThat(acknowledge("shop.migrated", "1.0.0", "finance").statusCode())
                .isEqualTo(200);
        assertThat(json(acknowledge("shop.migrated", "1.0.0", "finance"))
                        .path("status")
                        .asString())
                .isEqualTo("unchanged");
        assertThat(acknowledge("shop.migrated", "1.0.0", "crm").statusCode()).isEqualTo(200);

        List<String> steps =
                records("product.version-changed", ProductVersionChanged.class, "shop.migrated", 4).stream()
                        .map(step ->
                                step.value().getChange() + " r" + step.value().getRevision())
                        .toList();
        assertThat(steps).containsExactly("deprecated r2", "acknowledged r3", "acknowledged r4", "retired r5");
        assertThat(last("product.listing", ProductListing.class, "shop.migrated", 4)
                        .getDeprecatedVersions())
                .isEmpty();
    }

    @Test
    void aDeprecatedVersionIsRetiredWhenItsSunsetComes() {
        submit(used("sunset", "1.0.0"));
        Instant sunset = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MICROS);

        HttpResponse<String> answer = post(
                "/api/v1/products/shop.sunset/versions/1.0.0/deprecation",
                "{\"sunset\": \"" + sunset + "\", \"reason\": \"Replaced\", \"successor\": \"shop.other\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(catalog.get("/api/v1/products/shop.sunset"))
                        .path("lifecycle")
                        .asString())
                .isEqualTo("deprecated");
        ProductVersionChanged retired = last("product.version-changed", ProductVersionChanged.class, "shop.sunset", 2);
        assertThat(retired.getChange()).isEqualTo("retired");
        assertThat(retired.getPrincipal()).isNull();
        assertThat(retired.getChangedAt()).isAfterOrEqualTo(sunset);
        assertThat(json(catalog.get("/api/v1/products/shop.sunset"))
                        .path("lifecycle")
                        .asString())
                .isEqualTo("retired");
    }

    @Test
    void whatCannotBeDoneIsAnsweredWithTheReason() {
        submit(used("refused", "1.0.0"));

        HttpResponse<String> past = post(
                "/api/v1/products/shop.refused/versions/1.0.0/deprecation",
                "{\"sunset\": \"2020-01-01\", \"reason\": \"Old\"}");
        HttpResponse<String> noTime = post(
                "/api/v1/products/shop.refused/versions/1.0.0/deprecation",
                "{\"sunset\": \"soon\", \"reason\": \"Old\"}");

        assertThat(past.statusCode()).isEqualTo(422);
        assertThat(past.body()).contains("product.sunset.past");
        assertThat(noTime.statusCode()).isEqualTo(400);
        assertThat(noTime.body()).contains("product.sunset.invalid");
        assertThat(acknowledge("shop.refused", "1.0.0", "finance").body()).contains("product.version.not-deprecated");
    }

    @Test
    void theHistoryTellsHowAProductStoodAtAnyMoment() {
        submit(used("history", "1.0.0"));
        Instant between = Instant.now();
        submit(breaking("history", "2.0.0"));
        acknowledge("shop.history", "1.0.0", "crm");

        JsonNode history = json(catalog.get("/api/v1/products/shop.history/history"));
        assertThat(history.path("items")
                        .valueStream()
                        .map(entry -> entry.path("happened").asString()))
                .containsExactly("acknowledged", "published", "published");
        assertThat(history.at("/items/0/detail/consumer").asString()).isEqualTo("crm");
        assertThat(history.at("/items/1/detail/0/path").asString()).isEqualTo("history.id.type");
        JsonNode then = json(catalog.get("/api/v1/products/shop.history/history?limit=1&asOf=" + between));
        assertThat(then.at("/items/0/version").asString()).isEqualTo("1.0.0");
        String next = json(catalog.get("/api/v1/products/shop.history/history?limit=2"))
                .path("next")
                .asString();
        assertThat(json(catalog.get(next)).at("/items/0/revision").asLong()).isEqualTo(1);
    }

    @Test
    void aContractIsHandedOutInTheStandard() {
        submit(used("standard", "1.0.0"));

        HttpResponse<String> written =
                catalog.get("/api/v1/products/shop.standard/versions/1.0.0/contract?format=odcs");

        assertThat(written.body()).startsWith("apiVersion: v3.1.0\nkind: DataContract\n");
        assertThat(catalog.get("/api/v1/products/shop.standard/versions/1.0.0/contract?format=csv")
                        .statusCode())
                .isEqualTo(400);
    }

    private void submit(String document) {
        HttpResponse<String> answer = catalog.submit(document);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private HttpResponse<String> acknowledge(String productId, String version, String consumer) {
        return post(
                "/api/v1/products/" + productId + "/versions/" + version + "/acknowledgements",
                "{\"consumer\": \"" + consumer + "\"}");
    }

    private HttpResponse<String> post(String path, String body) {
        return catalog.send(HttpRequest.newBuilder(catalog.uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private <T extends SpecificRecord> T last(String topic, Class<T> type, String key, int count) {
        return records(topic, type, key, count).getLast().value();
    }

    private <T extends SpecificRecord> List<ConsumerRecord<String, T>> records(
            String topic, Class<T> type, String key, int count) {
        return await().atMost(SOON)
                .until(
                        () -> platform.read(topic, type, 0, Duration.ZERO).stream()
                                .filter(one -> one.key().equals(key))
                                .toList(),
                        found -> found.size() >= count);
    }

    private static String used(String name, String version) {
        return contract(name, version) + """
                consumers: [{team: finance, contact: fin@example.com}, {team: crm}]
                """.indent(2);
    }

    private static String breaking(String name, String version) {
        return used(name, version).replace("name: id, type: string", "name: id, type: integer");
    }
}
