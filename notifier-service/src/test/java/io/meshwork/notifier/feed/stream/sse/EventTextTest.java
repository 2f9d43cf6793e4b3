package io.meshwork.notifier.feed.stream.sse;

import static io.meshwork.notifier.feed.log.GivenUpdates.entry;
import static io.meshwork.notifier.feed.log.GivenUpdates.telling;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.feed.log.Place;
import io.meshwork.notifier.feed.log.Resumption.Gap;
import io.meshwork.notifier.feed.log.Resumption.Reason;
import io.meshwork.notifier.feed.log.Selection;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EventTextTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final StringWriter out = new StringWriter();

    @Test
    void writesAnUpdateOnOneLineWhateverItSays() throws IOException {
        var update = telling(
                new News(Kind.PUBLISHED, Severity.INFO, "h", List.of("one\n\nevent: x\rdata: y\u2028"), null),
                "cart.orders",
                List.of("mine", "theirs"));

        text(Selection.ofSubscription("mine")).told(entry(7, update));

        var lines = out.toString().split("\\r\\n|\\r|\\n", -1);
        assertThat(lines).hasSize(5);
        assertThat(lines[0]).isEqualTo("id: 7-" + update.id().toString().substring(0, 8));
        assertThat(lines[1]).isEqualTo("event: published");
        var data = JSON.readTree(lines[2].substring("data: ".length()));
        assertThat(data.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "eventId",
                        "productId",
                        "domain",
                        "version",
                        "kind",
                        "severity",
                        "headline",
                        "details",
                        "changedFields",
                        "subscription",
                        "link",
                        "occurredAt",
                        "toldAt");
        assertThat(data.path("details").get(0).stringValue()).isEqualTo("one\n\nevent: x\rdata: y\u2028");
        assertThat(data.path("subscription").stringValue()).isEqualTo("mine");
        assertThat(data.path("toldAt").stringValue()).isEqualTo("2026-03-01T12:00:07Z");
    }

    @Test
    void tellsTheReachedPlaceWithoutAnEvent() throws IOException {
        var text = text(new Selection(null, null, null));

        text.retryAfter(Duration.ofSeconds(3));
        text.nothingUntil(new Place(7, "0123abcd"));

        assertThat(out).hasToString("retry: 3000\n\n:\nid: 7-0123abcd\n\n");
    }

    @Test
    void tellsAGapAsAnEvent() throws IOException {
        text(new Selection(null, null, null)).missed(new Gap(Reason.EXPIRED, Place.unmarked(7)));

        assertThat(out.toString()).startsWith("id: 7-00000000\nevent: gap\ndata: {\"reason\":\"expired\",");
    }

    private EventText text(Selection selection) {
        return new EventText(
                out, selection, new Links(URI.create("http://catalog"), URI.create("http://notifier")), JSON);
    }
}
