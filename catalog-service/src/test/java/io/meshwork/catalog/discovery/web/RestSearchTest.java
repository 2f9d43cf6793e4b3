package io.meshwork.catalog.discovery.web;

import static io.meshwork.catalog.CatalogUnderTest.json;
import static io.meshwork.catalog.product.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.catalog.CatalogUnderTest;
import io.meshwork.catalog.discovery.Cursor;
import io.meshwork.messaging.testkit.TestPlatform;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Search over HTTP, from the submission of a product to its being found. */
class RestSearchTest {

    private static final Duration SOON = TestPlatform.PATIENCE;

    private final CatalogUnderTest catalog = CatalogUnderTest.shared();

    @Test
    void aPublishedProductIsFound() {
        catalog.submit(contract("zebra-crossings", "1.0.0", "Where pedestrians may walk"));

        JsonNode found =
                awaitHits("?q=" + encoded("pedestrian zebr"), 1).path("items").path(0);

        assertThat(found.path("id").asString()).isEqualTo("shop.zebra-crossings");
        assertThat(found.path("state").asString()).isEqualTo("pending");
        assertThat(found.path("formats").path(0).asString()).isEqualTo("csv");
        assertThat(found.path("usage").asInt()).isZero();
        assertThat(found.path("matches").path(0).path("field").asString()).isEqualTo("name");
        assertThat(found.path("matches")
                        .path(0)
                        .path("marks")
                        .path(0)
                        .path("end")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void aChangeIsFoundWithinASecondOrSo() {
        catalog.submit(contract("changing", "1.0.0", "giraffes"));
        awaitHits("?q=giraffes", 1);

        catalog.submit(contract("changing", "1.1.0", "hippopotamuses"));

        awaitHits("?q=hippopotamuses", 1);
        assertThat(search("?q=giraffes").path("total").asInt()).isZero();
    }

    @Test
    void aRetiredProductIsHiddenUnlessAskedFor() {
        catalog.submit(contract("moas", "1.0.0"));
        awaitHits("?q=moas", 1);

        HttpResponse<String> answer = catalog.send(
                HttpRequest.newBuilder(catalog.uri("/api/v1/products/shop.moas/versions/1.0.0/deprecation"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"reason\": \"Extinct\", \"sunset\": \""
                                + Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MICROS) + "\"}"))
                        .build());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(search("?q=moas").path("total").asInt()).isZero());
        assertThat(search("?q=moas&hidden=true").at("/items/0/lifecycle").asString())
                .isEqualTo("retired");
        assertThat(search("?q=moas&lifecycle=retired").path("total").asInt()).isEqualTo(1);
    }

    @Test
    void theCatalogSaysWhenItIsComplete() {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(search("").path("complete").asBoolean()).isTrue());
    }

    @Test
    void pagesAreLinked() {
        IntStream.range(0, 5)
                .forEach(i -> catalog.submit(
                        contract("walrus-" + i, "1.0.0").replace("tags: [orders]", "tags: ['a,b & c=ü']")));
        String next = "/api/v1/search?q=walrus&limit=2&order=freshness&tag=" + encoded("a,b & c=ü");
        awaitHits(next.substring(next.indexOf('?')), 5);

        List<String> ids = new ArrayList<>();
        while (next != null) {
            JsonNode page = json(catalog.get(next));
            assertThat(page.path("total").asInt()).isEqualTo(5);
            page.path("items").forEach(item -> ids.add(item.path("id").asString()));
            next = page.path("next").asString(null);
        }

        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void facetsAreNamedAsTheParametersThatSelectThem() {
        catalog.submit(contract("narwhals", "1.0.0"));
        JsonNode facets =
                awaitHits("?q=narwhals&domain=shop&domain=elsewhere", 1).path("facets");

        assertThat(facets.findValuesAsString("name"))
                .containsExactly(
                        "domain",
                        "type",
                        "lifecycle",
                        "classification",
                        "tag",
                        "owner",
                        "format",
                        "compliance",
                        "quality",
                        "state");
        assertThat(facets.path(0).path("values").findValuesAsString("value")).containsExactly("shop", "elsewhere");
        assertThat(facets.path(0).path("values").findValuesAsString("count")).containsExactly("1", "0");
    }

    @Test
    void namesAreSuggestedAsOneTypes() {
        catalog.submit(contract("okapi-sightings", "1.0.0"));
        awaitHits("?q=okapi", 1);

        JsonNode suggestions = json(catalog.get("/api/v1/search/suggest?q=oka")).path("items");

        assertThat(suggestions.findValuesAsString("id")).containsExactly("shop.okapi-sightings");
    }

    @Test
    void anotherSpellingIsSuggestedWhenNothingIsFound() {
        catalog.submit(contract("platypus", "1.0.0"));
        awaitHits("?q=platypus", 1);

        assertThat(search("?q=" + encoded("xlatypus burrows"))
                        .path("suggestion")
                        .asString())
                .isEqualTo("platypus");
    }

    @Test
    void parametersThatMakeNoSenseAreBadRequests() {
        assertBad("?order=best", "parameter.order", "relevance, quality, freshness, usage");
        assertBad("?limit=0", "parameter.limit", "1 to 100");
        assertBad("?limit=many", "invalid-request", "'limit' must be a number, not 'many'");
        assertBad("?after=AAAA", "parameter.after", "next link");
        assertBad("?after=%F0%9F%98%80", "parameter.after", "next link");
        assertBad("?domian=shop", "unknown-parameter", "domian");
        assertBad("?q=" + "a".repeat(2_001), "parameter.q", "2000");
        assertBad("?domain=x" + "&domain=x".repeat(50), "parameter.domain", "50");
    }

    @Test
    void aForgedCursorIsRefusedOrHarmless() {
        assertThat(search("?q=x&after="
                                + Cursors.write(new Cursor(Integer.MAX_VALUE, "\u0000nobody", true, List.of(1f, 2f))))
                        .path("items"))
                .isEmpty();
        assertBad("?after=" + Cursors.write(new Cursor(-1, "x", false, List.of())), "parameter.after", "next link");
        assertBad(
                "?after=" + Cursors.write(new Cursor(1, "x", false, List.of(Float.NaN))),
                "parameter.after",
                "next link");
    }

    @Test
    void manyWordsAreCutAndSaidToBe() {
        assertThat(search("?q=" + "w+".repeat(900)).path("ignoredWords").asInt())
                .isEqualTo(884);
    }

    @Test
    void theApiDescribesEveryParameter() {
        JsonNode parameters = json(catalog.get("/api/v1/openapi"))
                .path("paths")
                .path("/api/v1/search")
                .path("get")
                .path("parameters");

        assertThat(parameters.findValuesAsString("name"))
                .contains("q", "domain", "tag", "quality", "hidden", "order", "after", "limit");
        parameters.forEach(parameter -> {
            assertThat(parameter.path("description").asString()).isNotEmpty();
            assertThat(parameter.path("required").asBoolean(false)).isFalse();
        });
    }

    private JsonNode awaitHits(String query, int hits) {
        return await().atMost(SOON)
                .until(() -> search(query), page -> page.path("total").asInt() == hits);
    }

    private JsonNode search(String query) {
        HttpResponse<String> answer = catalog.get("/api/v1/search" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private void assertBad(String query, String code, String detail) {
        HttpResponse<String> answer = catalog.get("/api/v1/search" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).path("code").asString()).as(answer.body()).isEqualTo(code);
        assertThat(json(answer).path("detail").asString()).contains(detail);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
