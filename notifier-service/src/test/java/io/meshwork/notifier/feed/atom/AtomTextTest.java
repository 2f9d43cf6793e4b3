package io.meshwork.notifier.feed.atom;

import static io.meshwork.notifier.Given.NOW;
import static io.meshwork.notifier.feed.log.GivenUpdates.entry;
import static io.meshwork.notifier.feed.log.GivenUpdates.telling;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.Identity;
import io.meshwork.notifier.feed.log.Entry;
import io.meshwork.notifier.feed.log.Update;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What is written is read back by a parser. */
class AtomTextTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final URI SELF = URI.create("http://mesh/api/v1/feeds/products/cart.orders");
    private static final Links LINKS = new Links(URI.create("http://catalog"), URI.create("http://notifier"));

    @Test
    void hasWhatAFeedMustHave() {
        var update = telling(
                new News(Kind.PUBLISHED, Severity.WARNING, "published", List.of("one", "two"), "move"),
                "cart.orders",
                List.of());

        var feed = read(entry(1, update)).getDocumentElement();

        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(text(feed, "id")).startsWith("urn:uuid:");
        assertThat(text(feed, "updated")).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(text(feed, "name")).isEqualTo("mesh");
        assertThat(links(feed))
                .containsExactly(
                        "self " + SELF,
                        "next " + SELF + "?after=7&x=<",
                        "alternate http://catalog/products/cart.orders");
        var entry = (Element) feed.getElementsByTagNameNS(ATOM, "entry").item(0);
        assertThat(text(entry, "id")).isEqualTo("urn:uuid:" + update.id());
        assertThat(text(entry, "title")).isEqualTo("published");
        assertThat(text(entry, "content")).isEqualTo("one\ntwo\nmove");
        assertThat(text(entry, "updated")).isEqualTo("2026-03-01T12:00:01Z");
        assertThat(attributes(entry, "category", "term")).containsExactly("published", "warning");
    }

    @Test
    void writesMarkupAsText() {
        var hostile = "]]><script>alert('1')</script>&amp;<!--";
        var update = telling(
                new News(Kind.PUBLISHED, Severity.INFO, hostile, List.of(hostile), null), "cart.\"><x", List.of());

        var feed = read(entry(1, update)).getDocumentElement();

        assertThat(attributes(feed, "title", "type")).contains("text");
        assertThat(text((Element) feed.getElementsByTagNameNS(ATOM, "entry").item(0), "title"))
                .isEqualTo(hostile);
        assertThat(text(feed, "content")).isEqualTo(hostile);
        assertThat(feed.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void replacesWhatXmlCannotHold() {
        var detail = "a\u0000b\u0008c\uFFFFd\uD800e😀 é";
        var update =
                telling(new News(Kind.PUBLISHED, Severity.INFO, "h", List.of(detail), null), "cart.orders", List.of());

        assertThat(text(read(entry(1, update)).getDocumentElement(), "content"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe😀 é");
    }

    @Test
    void holdsAMegabyte() {
        var detail = "<b>" + "é😀".repeat(250_000);
        var update =
                telling(new News(Kind.PUBLISHED, Severity.INFO, "h", List.of(detail), null), "cart.orders", List.of());

        assertThat(text(read(entry(1, update)).getDocumentElement(), "content")).isEqualTo(detail);
    }

    @Test
    void tellsWhatChanged() {
        var plain = telling(News.of(Kind.PUBLISHED, Severity.INFO, "h"), "cart.orders", List.of());
        var update = new Update(
                plain.id(),
                plain.eventId(),
                "cart.orders",
                null,
                plain.news(),
                List.of("orders.a", "orders.b"),
                List.of(),
                NOW);

        assertThat(text(read(entry(1, update)).getDocumentElement(), "content"))
                .isEqualTo("Changed: orders.a, orders.b");
        assertThat(text(read(entry(1, plain)).getDocumentElement(), "content")).isEqualTo("h");
    }

    private static Document read(Entry... entries) {
        var feed = new AtomFeed(
                Identity.of("feed"),
                "Updates of products/cart.orders",
                "mesh",
                SELF,
                URI.create(SELF + "?after=7&x=%3C"),
                NOW,
                List.of(entries));
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(AtomText.of(feed, LINKS)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Element within, String name) {
        return within.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }

    private static List<String> links(Element feed) {
        var links = feed.getElementsByTagNameNS(ATOM, "link");
        var found = new ArrayList<String>();
        for (int i = 0; i < links.getLength(); i++) {
            var link = (Element) links.item(i);
            found.add(link.getAttribute("rel") + " " + link.getAttribute("href").replace("%3C", "<"));
        }
        return found;
    }

    private static List<String> attributes(Element within, String name, String attribute) {
        var elements = within.getElementsByTagNameNS(ATOM, name);
        var found = new ArrayList<String>();
        for (int i = 0; i < elements.getLength(); i++) {
            found.add(((Element) elements.item(i)).getAttribute(attribute));
        }
        return found;
    }
}
