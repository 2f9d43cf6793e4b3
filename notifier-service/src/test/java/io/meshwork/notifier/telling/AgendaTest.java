package io.meshwork.notifier.telling;

import static io.meshwork.notifier.Given.NOW;
import static io.meshwork.notifier.Given.findings;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.Given;
import io.meshwork.notifier.incident.Incident;
import io.meshwork.notifier.incident.IncidentKey;
import io.meshwork.notifier.incident.IncidentState;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.telling.Agenda.Story;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private static final News FAILED =
            News.of(Kind.QUALITY_FAILED, Severity.WARNING, "cart.orders failed").because(findings("rows"));

    @Test
    void aStorySaysWhyAFilterCouldNotBeDecidedToo() {
        var story = story(Step.OPENED, FAILED.noting("filter of a"), FAILED, FAILED.noting("filter of b"));

        assertThat(story.news().details())
                .containsExactly("rows: rows is wrong", "Note: filter of a", "Note: filter of b");
        assertThat(Agenda.told(List.of(story)).getFirst().news()).isEqualTo(story.news());
    }

    @Test
    void aStoryKeepsToTheLastAlert() {
        var before = News.of(FAILED.kind(), FAILED.severity(), FAILED.headline())
                .because(findings("rows-before"))
                .noting("filter of a");
        var other = News.of(FAILED.kind(), FAILED.severity(), "other").because(findings("rows", "more"));
        var mended =
                News.of(FAILED.kind(), FAILED.severity(), FAILED.headline()).because(findings("rows", "mended"));

        assertThat(story(Step.UPDATED, before, other, mended, FAILED).news()).isEqualTo(FAILED);
    }

    @Test
    void aStoryOfManySubscriptionsStaysShort() {
        var noted = IntStream.range(0, 100).mapToObj(i -> FAILED.noting("filter of " + i));

        assertThat(story(Step.OPENED, noted.toArray(News[]::new)).news().details())
                .hasSize(1 + 5)
                .endsWith("Note: filter of 4");
    }

    private static Story story(Step step, News... told) {
        var incident = new Incident(
                7,
                new IncidentKey("cart.orders", "quality"),
                IncidentState.OPEN,
                About.product(Given.orders()),
                FAILED,
                3,
                NOW,
                NOW,
                null,
                null,
                1,
                0,
                1);
        return new Story(
                incident,
                step,
                null,
                Stream.of(told)
                        .map(news -> Given.waiting(news, incident.about()))
                        .toList());
    }
}
