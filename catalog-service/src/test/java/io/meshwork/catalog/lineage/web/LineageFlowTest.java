package io.meshwork.catalog.lineage.web;

import static io.meshwork.catalog.CatalogUnderTest.json;
import static io.meshwork.catalog.lineage.Events.column;
import static io.meshwork.catalog.lineage.Events.data;
import static io.meshwork.catalog.lineage.Events.inputs;
import static io.meshwork.catalog.lineage.Events.job;
import static io.meshwork.catalog.lineage.Events.outputs;
import static io.meshwork.catalog.lineage.Events.run;
import static io.meshwork.catalog.product.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.catalog.CatalogUnderTest;
import io.meshwork.events.LineageSubmitted;
import io.meshwork.messaging.testkit.TestPlatform;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a job's report to the graph, over HTTP and by records, with what nobody should send. */
class LineageFlowTest {

    private static final Duration SOON = TestPlatform.PATIENCE;

    private final CatalogUnderTest catalog = CatalogUnderTest.shared();
    private final TestPlatform platform = catalog.platform();

    @Test
    void whatAJobReportsOverHttpIsSeenBetweenProducts() {
        publish("http-in", "http-out");
        UUID run = UUID.randomUUID();

        HttpResponse<String> start = report(run(run, "START", "http", inputs(data("s3://flow", "http-in"))));
        HttpResponse<String> complete = report(run(
                run,
                "COMPLETE",
                "http",
                outputs(data("s3://flow", "http-out", column("id", "s3://flow", "http-in", "id")))));

        assertThat(start.statusCode()).as(start.body()).isEqualTo(201);
        assertThat(complete.statusCode()).isEqualTo(201);
        awaitHit("shop.http-in", "shop.http-out");
        JsonNode graph = json(catalog.get("/api/v1/products/shop.http-in/lineage?direction=downstream"));
        assertThat(graph.path("nodes")).hasSize(2);
        assertThat(graph.path("edges").path(0).path("source").asString()).isEqualTo("observed");
        assertThat(graph.path("edges").path(0).path("job").path("name").asString())
                .isEqualTo("http");
        JsonNode impact = json(catalog.get("/api/v1/products/shop.http-in/impact?field=id"));
        assertThat(impact.path("hits").path(0).path("productId").asString()).isEqualTo("shop.http-out");
        assertThat(impact.path("hits").path(0).path("certain").asBoolean()).isTrue();
        assertThat(impact.path("hits").path(0).path("ownerContact").asString()).isEqualTo("shop-team@example.com");
        assertThat(json(catalog.get("/api/v1/lineage?dataset=s3://flow:http-out&direction=upstream&depth=1"))
                        .path("nodes"))
                .hasSize(2);
    }

    @Test
    void aPageDrawsWhereTheDataComesFromAndGoes() {
        publish("page-in", "page-out");
        report(job("<b>nightly</b>", inputs(data("s3://flow", "page-in")), outputs(data("s3://flow", "page-out"))));
        awaitHit("shop.page-in", "shop.page-out");

        HttpResponse<String> page = catalog.get("/products/shop.page-in/lineage");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("href=\"/products/shop.page-out/lineage\"", "class=\"flow observed\"")
                .contains("job airflow/&lt;b&gt;nightly&lt;/b&gt;")
                .doesNotContain("<b>", "<script");
        assertThat(catalog.get("/products/shop.page-in").body()).contains("/products/shop.page-in/lineage");
        assertThat(catalog.get("/products/shop.nothing/lineage").statusCode()).isEqualTo(404);
    }

    @Test
    void aBatchTellsWhichElementsItDidNotTake() {
        publish("batch-in", "batch-out");
        String good = job("batch", inputs(data("s3://flow", "batch-in")), outputs(data("s3://flow", "batch-out")));

        HttpResponse<String> answer = report("[" + good + ", {\"eventTime\":\"2026-03-01T10:00:00Z\"}, 7]");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).path("accepted").asInt()).isEqualTo(1);
        assertThat(json(answer).path("refused")).hasSize(2);
        assertThat(json(answer).path("refused").path(0).path("pointer").asString())
                .isEqualTo("/1/job");
        awaitHit("shop.batch-in", "shop.batch-out");
    }

    @Test
    void whatIsNoEventIsRefusedWithPointerAndAdvice() {
        HttpResponse<String> noJson = report("{\"eventTime\":");
        HttpResponse<String> noEvent = report("{\"eventTime\":\"2026-03-01T10:00:00Z\",\"job\":{\"namespace\":\"a\"}}");
        HttpResponse<String> none = report("[{}, []]");

        assertThat(noJson.statusCode()).isEqualTo(400);
        assertThat(json(noJson).path("code").asString()).isEqualTo("lineage.json");
        assertThat(noEvent.statusCode()).isEqualTo(422);
        assertThat(json(noEvent).path("problems").path(0).path("pointer").asString())
                .isEqualTo("/job/name");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(json(none).path("problems").path(1).path("pointer").asString())
                .isEqualTo("/1");
        assertThat(report("{\"x\":\"" + "x".repeat(600_000) + "\"}").statusCode())
                .isEqualTo(413);
    }

    @Test
    void bareJsonAsOpenLineagesOwnTransportWritesItIsTaken() {
        publish("bare-in", "bare-out");

        platform.sendRaw(
                "lineage.submitted",
                null,
                job("bare", inputs(data("s3://flow", "bare-in")), outputs(data("s3://flow", "bare-out")))
                        .getBytes(StandardCharsets.UTF_8),
                Map.of());

        awaitHit("shop.bare-in", "shop.bare-out");
    }

    @Test
    void poisonIsDeadLetteredWithItsReasonAndTheRestGoesOn() {
        publish("poison-in", "poison-out");
        platform.sendRaw(
                "lineage.submitted",
                "lin-poison",
                "{\"not\": \"an event\"}".getBytes(StandardCharsets.UTF_8),
                Map.of());
        platform.sendRaw(
                "lineage.submitted", "lin-poison", "neither json nor avro".getBytes(StandardCharsets.UTF_8), Map.of());
        platform.send(
                "lineage.submitted",
                "lin-poison",
                LineageSubmitted.newBuilder().setEvent("{}").setFormat("other").build());

        platform.send(
                "lineage.submitted",
                "lin-good",
                LineageSubmitted.newBuilder()
                        .setEvent(job(
                                "p", inputs(data("s3://flow", "poison-in")), outputs(data("s3://flow", "poison-out"))))
                        .build());

        awaitHit("shop.poison-in", "shop.poison-out");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(platform.readRaw("catalog.dlt", 1, SOON).stream()
                                .filter(letter -> letter.key() != null
                                        && new String(letter.key(), StandardCharsets.UTF_8).equals("lin-poison"))
                                .map(letter -> TestPlatform.header(letter, "mesh-dlt-reason")))
                        .hasSize(3)
                        .anySatisfy(reason -> assertThat(reason).contains("lineage.missing", "/eventTime"))
                        .anySatisfy(reason -> assertThat(reason).contains("lineage.format")));
    }

    @Test
    void parametersThatMakeNoSenseAreRefused() {
        assertThat(catalog.get("/api/v1/lineage").statusCode()).isEqualTo(400);
        assertThat(catalog.get("/api/v1/lineage?product=a.b&dataset=c:d").statusCode())
                .isEqualTo(400);
        assertThat(catalog.get("/api/v1/lineage?product=shop.unknown").statusCode())
                .isEqualTo(404);
        assertThat(catalog.get("/api/v1/lineage?dataset=s3://none:none").statusCode())
                .isEqualTo(404);
        assertThat(catalog.get("/api/v1/lineage?dataset=%00:x").statusCode()).isEqualTo(400);
        assertThat(catalog.get("/api/v1/products/shop.unknown/impact").statusCode())
                .isEqualTo(404);
        assertThat(catalog.get("/api/v1/products/a/lineage?depth=11").statusCode())
                .isEqualTo(400);
        assertThat(catalog.get("/api/v1/products/a/lineage?direction=sideways").statusCode())
                .isEqualTo(400);
    }

    private void publish(String... names) {
        for (String name : names) {
            HttpResponse<String> answer = catalog.submit(contract(name, "1.0.0")
                    .replace("location: shop/" + name + ".csv", "location: 's3://flow/" + name + "'"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }

    private void awaitHit(String product, String hit) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(catalog.get("/api/v1/products/" + product + "/impact")
                                .body())
                        .contains("\"productId\":\"" + hit + "\""));
    }

    private HttpResponse<String> report(String body) {
        return catalog.send(HttpRequest.newBuilder(catalog.uri("/api/v1/lineage"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }
}
