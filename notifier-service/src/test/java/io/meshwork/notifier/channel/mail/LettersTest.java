package io.meshwork.notifier.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.Given;
import io.meshwork.notifier.channel.mail.Letter.Item;
import io.meshwork.notifier.channel.mail.Letter.Passage;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.notification.Notification;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LettersTest {

    private final Letters letters = new Letters(new Links(URI.create("http://catalog"), URI.create("http://notifier")));

    @Test
    void tellsOnePieceOfNewsInFull() {
        var news = News.of(Kind.PRODUCT_BLOCKED, Severity.CRITICAL, "cart.orders is blocked")
                .because(Given.findings("pii"))
                .advising("mend it");

        var letter = letters.of(List.of(Given.waiting(news, About.product(Given.orders()))));

        assertThat(letter.subject()).isEqualTo("Critical: cart.orders is blocked");
        var item = letter.passages().getFirst().items().getFirst();
        assertThat(item.details()).containsExactly("pii: pii is wrong");
        assertThat(item.advice()).isEqualTo("mend it");
        assertThat(letter.reasons()).containsExactly("ops");
    }

    @Test
    void groupsADigestByProductTheMostUrgentFirst() {
        var letter = letters.of(List.of(
                news("cart.calm", Severity.INFO, "calm"),
                news("cart.bad", Severity.INFO, "also"),
                news("cart.bad", Severity.CRITICAL, "bad"),
                Given.waiting(News.of(Kind.DEAD_LETTERS, Severity.WARNING, "letters"), About.PLATFORM)));

        assertThat(letter.subject()).isEqualTo("Critical: 4 notifications: 3 × published, 1 × dead letters");
        assertThat(letter.passages())
                .extracting(Passage::title)
                .containsExactly("cart.bad", "The platform", "cart.calm");
        assertThat(letter.passages().getFirst().items())
                .extracting(Item::headline)
                .containsExactly("bad", "also");
        assertThat(letter.passages().getFirst().link()).isEqualTo(URI.create("http://catalog/products/cart.bad"));
        assertThat(letter.passages().get(1).link()).isNull();
    }

    @Test
    void countsWhatHappenedAgain() {
        var same = IntStream.range(0, 300)
                .mapToObj(_ -> news("cart.flaps", Severity.WARNING, "flaps"))
                .toList();

        var letter = letters.of(same);

        assertThat(letter.passages().getFirst().items())
                .singleElement()
                .extracting(Item::times)
                .isEqualTo(300);
        assertThat(PlainText.of(letter)).contains("WARNING  flaps (300 times)");
        assertThat(Html.of(letter)).contains("<strong>flaps</strong> (300 times)");
    }

    @Test
    void listsNoMoreThanAnybodyReads() {
        var many = IntStream.range(0, 1_000)
                .mapToObj(i -> news("cart.p" + i, Severity.INFO, "news of " + i))
                .toList();

        var letter = letters.of(many);

        assertThat(letter.passages()).hasSize(100);
        assertThat(letter.more()).isEqualTo(900);
        assertThat(PlainText.of(letter)).contains("and 900 more: http://catalog/products");
        assertThat(Html.of(letter)).contains("and 900 more in <a href=\"http://catalog/products\">");
        assertThat(Html.of(letter).length()).isLessThan(100_000);
    }

    private static Notification news(String product, Severity severity, String headline) {
        return Given.waiting(News.of(Kind.PUBLISHED, severity, headline), About.unknown(product, null));
    }
}
