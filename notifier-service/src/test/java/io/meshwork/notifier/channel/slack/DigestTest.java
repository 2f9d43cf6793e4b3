package io.meshwork.notifier.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.Given;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.telling.Agenda.Item;
import io.meshwork.notifier.telling.Agenda.Single;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DigestTest {

    private final Digest digest =
            new Digest(new Links(URI.create("http://127.0.0.1:7080"), URI.create("http://127.0.0.1:7083")));

    @Test
    void countsWhatItFolds() {
        var blocked = IntStream.range(0, 40).mapToObj(i -> waiting(Kind.PRODUCT_BLOCKED, Severity.CRITICAL, "p" + i));
        var failed = IntStream.range(0, 60).mapToObj(i -> waiting(Kind.QUALITY_FAILED, Severity.WARNING, "q" + i));

        var message = digest.message(Stream.concat(blocked, failed).toList(), List.of());

        assertThat(message.text()).isEqualTo("🛑 100 notifications: 40 × product blocked, 60 × quality failed");
        assertThat(listing(message)).hasSize(16).last().isEqualTo("and 85 more");
    }

    @Test
    void listsTheMostUrgentFirstAndOtherwiseInOrder() {
        var message = digest.message(
                List.of(
                        waiting(Kind.QUALITY_FAILED, Severity.WARNING, "first"),
                        waiting(Kind.PRODUCT_BLOCKED, Severity.CRITICAL, "second"),
                        waiting(Kind.QUALITY_FAILED, Severity.WARNING, "third")),
                List.of());

        assertThat(listing(message)).containsExactly("🛑 second", "⚠️ first", "⚠️ third");
    }

    @Test
    void saysTheSameOnceWithACount() {
        var message = digest.message(
                List.of(
                        waiting(Kind.DEAD_LETTERS, Severity.CRITICAL, "policy could not handle a record"),
                        waiting(Kind.DEAD_LETTERS, Severity.CRITICAL, "policy could not handle a record")),
                List.of());

        assertThat(listing(message)).containsExactly("🛑 policy could not handle a record (2 times)");
    }

    private static Item waiting(Kind kind, Severity severity, String headline) {
        return new Single(Given.waiting(News.of(kind, severity, headline), About.PLATFORM));
    }

    private static List<String> listing(SlackMessage message) {
        return message.blocks().stream()
                .filter(Block.Section.class::isInstance)
                .map(block -> ((Block.Section) block).text().text())
                .skip(1)
                .flatMap(String::lines)
                .toList();
    }
}
