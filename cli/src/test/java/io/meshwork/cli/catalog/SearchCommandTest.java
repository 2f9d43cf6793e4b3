package io.meshwork.cli.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.cli.connection.ServiceStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people and scripts find from the command line. */
class SearchCommandTest {

    private static final String FOUND = """
            {"items":[
               {"id":"shop.orders","version":"2.0.0","title":"Orders of the shop","state":"listed_with_warnings",
                "quality":"passed","qualityScore":0.987,"usage":4},
               {"id":"cart.orders","version":"1.0.0","description":"What was\\nordered","state":"listed",
                "quality":"not_checked","usage":0}],
             "total":42,"complete":true,"ignoredWords":0,"facets":[
               {"name":"domain","values":[{"value":"shop","count":30,"selected":true},{"value":"cart","count":12}],"more":3},
               {"name":"type","values":[{"value":"source","count":42}],"more":0}]}
            """;

    private final ServiceStub catalog = new ServiceStub("--catalog");

    @AfterEach
    void stopCatalog() {
        catalog.close();
    }

    @Test
    void findsProductsAndSaysWhatTheyCanBeNarrowedDownBy() {
        catalog.answers("/api/v1/search", 200, FOUND);

        Mesh run = catalog.run("search", "order", "shp");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "PRODUCT VERSION STATE QUALITY USED BY ABOUT",
                        "shop.orders 2.0.0 listed with warnings 98.7 % 4 Orders of the shop",
                        "cart.orders 1.0.0 listed not checked 0 What was ordered",
                        "",
                        "2 of 42 products",
                        " domain shop 30, cart 12, 3 more");
        assertThat(catalog.asked())
                .containsExactly("GET /api/v1/search?limit=20&q=order%20shp&order=relevance&hidden=false ");
    }

    @Test
    void saysWhatItDoesNotShow() {
        catalog.answers("/api/v1/search", 200, """
                {"items":[{"id":"shop.orders","version":"2.0.0"},{"id":"cart.orders","version":"1.0.0"}],"total":2,
                 "facets":[{"name":"lifecycle","values":[{"value":"production","count":2},{"value":"retired","count":3}]},
                  {"name":"quality","values":[{"value":"good","count":1},{"value":"not_scored","count":1}]},
                  {"name":"state","values":[{"value":"blocked","count":1},{"value":"listed","count":1},
                    {"value":"listed_with_warnings","count":1}]},
                  {"name":"tag","values":[{"value":"blocked","count":1},{"value":"eu_only","count":1}]}]}""");

        assertThat(catalog.run("search").out().lines().skip(4))
                .containsExactly(
                        "2 products",
                        "3 retired and 1 blocked are not shown; --hidden shows them",
                        "  quality         good 1, not scored 1",
                        "  state           listed 1, listed with warnings 1",
                        "  tag             blocked 1, eu_only 1");
        assertThat(catalog.run("search", "--hidden").out())
                .contains("production 2, retired 3", "blocked 1, listed 1")
                .doesNotContain("--hidden");
    }

    @Test
    void whatIsAskedForIsNotHidden() {
        catalog.answers("/api/v1/search", 200, """
                {"items":[{"id":"shop.orders","version":"2.0.0"}],"total":1,"facets":[
                  {"name":"state","values":[{"value":"blocked","count":1,"selected":true}]}]}""");

        assertThat(catalog.run("search", "--state", "blocked").out()).doesNotContain("not shown");
    }

    @Test
    void nothingIsFoundButWhatIsHidden() {
        catalog.answers("/api/v1/search", 200, """
                {"items":[],"total":0,"facets":[{"name":"state","values":[{"value":"blocked","count":1}]}]}""");

        assertThat(catalog.run("search", "orders").out().lines())
                .containsExactly("Nothing found.", "1 blocked is not shown; --hidden shows it");
    }

    @Test
    void narrowsDownByFacets() {
        catalog.answers("/api/v1/search", 200, FOUND);

        catalog.run(
                "search",
                "--domain",
                "a&b",
                "--domain",
                "c",
                "--tag",
                "pii",
                "--hidden",
                "--order",
                "usage",
                "--limit",
                "5");

        assertThat(catalog.asked())
                .containsExactly(
                        "GET /api/v1/search?limit=5&q=&order=usage&hidden=true&domain=a%26b&domain=c&tag=pii ");
    }

    @Test
    void findsTheSameForPrograms() {
        catalog.answers("/api/v1/search", 200, FOUND);

        assertThat(catalog.run("search", "orders", "-o", "json").out()).contains("\"total\" : 42");
        assertThat(catalog.run("search", "orders", "-o", "yaml").out()).contains("total: 42");
    }

    @Test
    void nothingFoundIsOneWithASuggestion() {
        catalog.answers("/api/v1/search", 200, """
                {"items":[],"total":0,"facets":[],"complete":false,"suggestion":"platypus","ignoredWords":0}""");

        Mesh run = catalog.run("search", "xlatypus");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out().strip()).isEqualTo("Nothing found. Did you mean: mesh search platypus");
        assertThat(run.err()).contains("still building its index");
    }

    @Test
    void completesNames() {
        catalog.answers("/api/v1/search/suggest", 200, """
                {"items":[{"id":"shop.orders"},{"id":"shop.order-lines"}]}""");

        Mesh run = catalog.run("search", "--names", "ord");

        assertThat(run.out().lines()).containsExactly("shop.orders", "shop.order-lines");
        assertThat(catalog.asked()).containsExactly("GET /api/v1/search/suggest?limit=20&q=ord ");
    }

    @Test
    void whatTheCatalogDoesNotTakeIsOneWithItsReason() {
        catalog.answers("/api/v1/search", 400, """
                {"title":"Parameter not understood","detail":"order must be one of relevance."}""");

        Mesh run = catalog.run("search", "--order", "best");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("search: Parameter not understood: order must be one of relevance.");
    }

    @Test
    void noCatalogIsFive() {
        catalog.close();

        assertThat(catalog.run("search", "orders").exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    }
}
