package io.meshwork.catalog.discovery.web;

import static io.meshwork.catalog.CatalogUnderTest.header;
import static io.meshwork.catalog.product.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.catalog.CatalogUnderTest;
import io.meshwork.catalog.product.Contracts;
import io.meshwork.messaging.testkit.TestPlatform;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Search as people see it who have nothing but a browser. */
class SearchPagesTest {

    private static final Duration SOON = TestPlatform.PATIENCE;

    private final CatalogUnderTest catalog = CatalogUnderTest.shared();

    @Test
    void whatIsFoundIsShownWithTheWordsMarked() {
        catalog.submit(contract("armadillos", "1.0.0", "Armoured & small"));

        String page = awaitPage("/search?q=armadillo", "1 data product<");

        assertThat(page)
                .contains("<a href=\"/products/shop.armadillos\">shop.armadillos</a>")
                .contains("name: <strong>armadillos</strong>")
                .contains("value=\"armadillo\"");
    }

    @Test
    void everyPageHasASearchBox() {
        assertThat(catalog.get("/").body()).contains("<form action=\"/search\" role=\"search\">");
        assertThat(header(catalog.get("/"), "Content-Security-Policy")).contains("form-action 'self'");
    }

    @Test
    void aFacetNarrowsDownByALinkAndAnotherTakesItBack() {
        catalog.describe("zoo");
        catalog.submit(contract("quokkas", "1.0.0"));
        catalog.submit(contract("quokkas", "1.0.0").replace("domain: shop", "domain: zoo"));
        String all = awaitPage("/search?q=quokkas", "2 data products");

        assertThat(all)
                .contains("<a href=\"/search?q=quokkas&amp;domain=zoo&amp;order=relevance&amp;limit=20\">zoo</a>");

        String narrowed = awaitPage("/search?q=quokkas&domain=zoo", "1 data product<");
        assertThat(narrowed)
                .contains("<a href=\"/search?q=quokkas&amp;order=relevance&amp;limit=20\">zoo</a>")
                .contains("domain=shop&amp;domain=zoo");
    }

    @Test
    void pagesAreLinked() {
        for (int i = 0; i < 3; i++) {
            catalog.submit(contract("wombat-" + i, "1.0.0"));
        }
        String first = awaitPage("/search?q=wombat&limit=2", "3 data products");

        String next = first.replaceAll("(?s).*<a href=\"([^\"]+)\" rel=\"next\">.*", "$1")
                .replace("&amp;", "&");

        assertThat(catalog.get(next).body()).contains("/products/shop.wombat-").doesNotContain("rel=\"next\"");
    }

    @Test
    void whatAuthorsAndAskersWroteIsText() {
        catalog.submit(Contracts.contract("tapirs", "1.0.0", "<script>alert(1)</script> tapirs")
                .replace("tags: [orders]", "tags: ['<b>', '\"onclick=']"));
        awaitPage("/search?q=tapirs", "1 data product<");

        String page = catalog.get("/search?q=tapirs+script+%22%3E%3Cscript%3E&tag=%3Cb%3E")
                .body();

        assertThat(page)
                .contains("&lt;b&gt;", "tapirs script &#34;>&lt;script>")
                .contains("&lt;<strong>script</strong>&gt;alert")
                .doesNotContain("<script", "<b>");
    }

    @Test
    void whenNothingFitsAnotherSpellingIsALink() {
        catalog.submit(contract("capybaras", "1.0.0"));
        awaitPage("/search?q=capybaras", "1 data product<");

        assertThat(catalog.get("/search?q=xapybaras+somewhere").body())
                .contains("Did you mean <a href=\"/search?q=capybara")
                .contains("Nothing fits");
    }

    private String awaitPage(String path, String text) {
        return await().atMost(SOON).until(() -> page(path), page -> page.contains(text));
    }

    private String page(String path) {
        HttpResponse<String> answer = catalog.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("text/html");
        return answer.body();
    }
}
