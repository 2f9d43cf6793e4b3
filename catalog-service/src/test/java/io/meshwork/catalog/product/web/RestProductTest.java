package io.meshwork.catalog.product.web;

import static io.meshwork.catalog.CatalogUnderTest.header;
import static io.meshwork.catalog.CatalogUnderTest.json;
import static io.meshwork.catalog.product.Contracts.contract;
import static io.meshwork.catalog.product.web.RestSubmissionTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.catalog.CatalogUnderTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reading products over HTTP and on their pages. */
class RestProductTest {

    private final CatalogUnderTest catalog = CatalogUnderTest.shared();

    @Test
    void aProductIsPendingUntilItIsJudged() {
        catalog.submit(contract("read", "1.0.0"));

        HttpResponse<String> answer = catalog.get("/api/v1/products/shop.read");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "ETag")).isEqualTo("\"1\"");
        assertThat(json(answer).path("state").asString()).isEqualTo("pending");
        assertThat(json(answer).path("compliance").asString()).isEqualTo("unknown");
        assertThat(json(answer).path("ownerContact").asString()).isEqualTo("shop-team@example.com");
        assertThat(json(answer).has("submittedAt")).isTrue();
        assertThat(json(answer).has("listedAt")).isFalse();
    }

    @Test
    void anUnchangedProductIsNotSentAgain() {
        catalog.submit(contract("cached", "1.0.0"));

        assertThat(catalog.get("/api/v1/products/shop.cached", "If-None-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void anUnknownProductIsNotFound() {
        assertProblem(catalog.get("/api/v1/products/shop.nothing"), 404, "product.unknown");
        assertProblem(catalog.get("/api/v1/products/shop.nothing/versions"), 404, "product.unknown");
        assertProblem(catalog.get("/api/v1/products/shop.nothing/versions/1.0.0"), 404, "product.unknown");
        assertProblem(catalog.get("/api/v1/products/shop.nothing/versions/1.0.0/contract"), 404, "product.unknown");
    }

    @Test
    void productsArePagedByKey() {
        IntStream.range(0, 5)
                .forEach(i -> catalog.submit(contract("page" + i, "1.0.0").replace("domain: shop", "domain: paging")));

        List<String> ids = new ArrayList<>();
        String next = "/api/v1/products?domain=paging&limit=2";
        int pages = 0;
        while (next != null) {
            JsonNode page = json(catalog.get(next));
            page.path("items").forEach(item -> ids.add(item.path("id").asString()));
            next = page.path("next").asString(null);
            pages++;
        }

        assertThat(ids).containsExactly("paging.page0", "paging.page1", "paging.page2", "paging.page3", "paging.page4");
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void productsAreFilteredByState() {
        catalog.submit(contract("state", "1.0.0").replace("domain: shop", "domain: filtering"));

        assertThat(json(catalog.get("/api/v1/products?domain=filtering&state=pending"))
                        .path("items"))
                .hasSize(1);
        assertThat(json(catalog.get("/api/v1/products?domain=filtering&state=blocked"))
                        .path("items"))
                .isEmpty();
    }

    @Test
    void parametersThatMakeNoSenseAreBadRequests() {
        assertProblem(catalog.get("/api/v1/products?state=excellent"), 400, "parameter.state");
        assertProblem(catalog.get("/api/v1/products?limit=0"), 400, "parameter.limit");
        assertProblem(catalog.get("/api/v1/products?limit=201"), 400, "parameter.limit");
        assertProblem(catalog.get("/api/v1/products?limit=many"), 400, "invalid-request");
    }

    @Test
    void versionsComeHighestFirst() {
        catalog.submit(contract("versions", "1.9.0"));
        catalog.submit(contract("versions", "1.10.0"));
        catalog.submit(contract("versions", "2.0.0"));

        JsonNode first = json(catalog.get("/api/v1/products/shop.versions/versions?limit=2"));
        JsonNode rest = json(catalog.get(first.path("next").asString()));

        assertThat(first.path("items").findValuesAsString("version")).containsExactly("2.0.0", "1.10.0");
        assertThat(rest.path("items").findValuesAsString("version")).containsExactly("1.9.0");
        assertThat(rest.has("next")).isFalse();
    }

    @Test
    void theContractIsGivenBackAsItWasWritten() {
        String document = "# Größe in €\n" + contract("written", "1.0.0");
        catalog.submit(document);

        HttpResponse<String> answer = catalog.get("/api/v1/products/shop.written/versions/1.0.0/contract");

        assertThat(answer.body()).isEqualTo(document);
        assertThat(header(answer, "Content-Type")).startsWith("application/yaml");
    }

    @Test
    void theApiDescribesItself() {
        HttpResponse<String> answer = catalog.get("/api/v1/openapi");

        assertThat(json(answer).path("paths").propertyNames())
                .contains("/api/v1/submissions", "/api/v1/products/{id}", "/api/v1/products/{id}/versions/{version}");
        assertThat(catalog.get("/api").statusCode()).isIn(200, 302);
    }

    @Test
    void theListOfProductsIsAPage() {
        catalog.submit(contract("listed-page", "1.0.0").replace("domain: shop", "domain: pages"));

        HttpResponse<String> page = catalog.get("/?domain=pages");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(page.body())
                .contains("<a href=\"/products/pages.listed-page\">")
                .contains("lang=\"en\"");
    }

    @Test
    void aProductIsAPageThatShowsWhatAuthorsWroteAsText() {
        catalog.submit(contract("hostile", "1.0.0", "<script>alert(1)</script> & more"));

        HttpResponse<String> page = catalog.get("/products/shop.hostile");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more")
                .doesNotContain("<script");
        assertThat(header(page, "Content-Security-Policy")).startsWith("default-src 'none'");
    }

    @Test
    void aPageOfAnUnknownProductSaysSo() {
        HttpResponse<String> page = catalog.get("/products/shop.%3Cb%3E");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("shop.&lt;b&gt;");
    }
}
