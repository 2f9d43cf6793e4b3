package io.meshwork.notifier.channel.slack;

import static io.meshwork.notifier.Given.findings;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.Owner;
import io.meshwork.notifier.Given;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.product.Finding;
import io.meshwork.notifier.telling.Agenda.Item;
import io.meshwork.notifier.telling.Agenda.Single;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RenderingTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Links LINKS =
            new Links(URI.create("http://127.0.0.1:7080/"), URI.create("http://127.0.0.1:7083/"));
    private static final String HOSTILE =
            "<!channel> <@U123> <https://evil.example|click> @here *bold* ```code``` \u202Egnp.exe &amp; \n\n> quote ";

    private final Rendering rendering = new Rendering(LINKS, Map.of());

    @Test
    void saysWhatHappenedToWhichProductWhyWhatToDoAndWhoOwnsIt() {
        var message = json(rendering.message(Given.waiting(
                News.of(Kind.PRODUCT_BLOCKED, Severity.CRITICAL, "cart.orders 1.2.0 is blocked")
                        .because(findings("pii/classified"))
                        .advising("Mend it."),
                About.product(Given.orders()))));

        assertThat(texts(message))
                .contains(
                        "🛑 cart.orders 1.2.0 is blocked",
                        "• pii/classified: pii/classified is wrong",
                        "Mend it.",
                        "Orders",
                        "cart-team, #cart",
                        "Open cart.orders");
        assertThat(message.findValue("url").stringValue()).isEqualTo("http://127.0.0.1:7080/products/cart.orders");
        assertThat(message.path("text").stringValue()).contains("cart.orders 1.2.0 is blocked", "pii/classified");
    }

    @Test
    void keepsHostileWordsHarmless() {
        var about = About.ofProduct("cart.orders", "1.0.0", HOSTILE, new Owner(HOSTILE, HOSTILE), List.of());
        var news = News.of(Kind.QUALITY_FAILED, Severity.WARNING, HOSTILE)
                .because(List.of(new Finding(HOSTILE, HOSTILE, HOSTILE)))
                .advising(HOSTILE);

        var message = json(rendering.message(Given.waiting(news, about)));

        assertThat(message.path("mrkdwn").booleanValue()).isFalse();
        assertThat(allTexts(message))
                .noneMatch(text -> text.contains("<") || text.contains(">") || text.contains("\u202E"));
        assertThat(markedUp(message)).containsOnly("*Product*", "*Owner*");
    }

    @Test
    void escapesAmpersandFirstAndOnlyThreeCharacters() {
        assertThat(SlackText.escape("a & b < c > d &lt; \"e\" 'f' *g*", 100))
                .isEqualTo("a &amp; b &lt; c &gt; d &amp;lt; \"e\" 'f' *g*");
    }

    @Test
    void cutsEscapedTextBetweenEntities() {
        assertThat(SlackText.escape("<".repeat(100), 30)).matches("(&lt;)+…").hasSizeLessThanOrEqualTo(30);
    }

    @Test
    void staysWithinSlacksLimitsWhateverTheLength() {
        var endless = "&<>".repeat(20_000);
        var about =
                About.ofProduct("cart." + "x".repeat(500), "1.0.0", endless, new Owner(endless, endless), List.of());
        var news = News.of(Kind.PRODUCT_BLOCKED, Severity.CRITICAL, endless)
                .because(IntStream.range(0, 500)
                        .mapToObj(i -> new Finding(endless, endless, endless))
                        .toList())
                .advising(endless);

        withinLimits(json(rendering.message(Given.waiting(news, about))));
    }

    @Test
    void staysWithinSlacksLimitsInADigest() {
        var notifications = IntStream.range(0, 5_000)
                .<Item>mapToObj(i -> new Single(Given.waiting(
                        News.of(Kind.DEAD_LETTERS, Severity.CRITICAL, i + "&".repeat(1_000)), About.PLATFORM)))
                .toList();

        withinLimits(json(new Digest(LINKS).message(notifications, List.of())));
    }

    private static void withinLimits(JsonNode message) {
        assertThat(message.path("blocks").size()).isBetween(1, 50);
        assertThat(message.path("text").stringValue()).hasSizeLessThanOrEqualTo(SlackMessage.TEXT);
        for (var block : message.path("blocks")) {
            switch (block.path("type").stringValue()) {
                case "header" -> assertThat(text(block.path("text"))).hasSizeBetween(1, 150);
                case "section" -> {
                    assertThat(text(block.path("text"))).hasSizeLessThanOrEqualTo(3_000);
                    assertThat(block.path("fields").size()).isLessThanOrEqualTo(10);
                    block.path("fields")
                            .forEach(field -> assertThat(text(field)).hasSizeBetween(1, 2_000));
                }
                case "actions" ->
                    assertThat(text(block.path("elements").path(0).path("text")))
                            .hasSizeBetween(1, 75);
                case "context" -> assertThat(block.path("elements").size()).isBetween(1, 10);
                default -> throw new AssertionError("unknown block " + block);
            }
        }
    }

    private static JsonNode json(SlackMessage message) {
        return JSON.readTree(JSON.writeValueAsString(message));
    }

    private static String text(JsonNode text) {
        return text(text, "text");
    }

    private static List<String> texts(JsonNode message) {
        return textObjects(message).map(RenderingTest::text).toList();
    }

    private static List<String> allTexts(JsonNode message) {
        return Stream.concat(texts(message).stream(), Stream.of(text(message))).toList();
    }

    private static Set<String> markedUp(JsonNode message) {
        return textObjects(message)
                .filter(node -> text(node, "type").equals("mrkdwn"))
                .map(RenderingTest::text)
                .collect(Collectors.toSet());
    }

    private static Stream<JsonNode> textObjects(JsonNode node) {
        var inside = node.values().stream().flatMap(RenderingTest::textObjects);
        return Set.of("plain_text", "mrkdwn").contains(text(node, "type")) ? Stream.of(node) : inside;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
