package io.meshwork.notifier.feed.stream.sse;

import io.meshwork.notifier.feed.log.Entry;
import io.meshwork.notifier.feed.log.Place;
import io.meshwork.notifier.feed.log.Resumption;
import io.meshwork.notifier.feed.log.Resumption.Gap;
import io.meshwork.notifier.feed.log.Selection;
import io.meshwork.notifier.feed.stream.Audience;
import io.meshwork.notifier.feed.web.UpdateView;
import io.meshwork.notifier.news.Links;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/**
 * The event stream format of the HTML standard. A block with an id and without data is no event, but clients keep its id: so one whose
 * filter lets little through resumes from near the end of the log all the same.
 */
final class EventText implements Audience {

    private final Writer out;
    private final Selection selection;
    private final Links links;
    private final JsonMapper json;

    EventText(Writer out, Selection selection, Links links, JsonMapper json) {
        this.out = out;
        this.selection = selection;
        this.links = links;
        this.json = json;
    }

    /** @param explanation of what is missing, for people */
    record Missed(String reason, String explanation) {}

    void retryAfter(Duration retry) throws IOException {
        out.write("retry: " + retry.toMillis() + "\n\n");
    }

    @Override
    public void told(Entry entry) throws IOException {
        event(entry.place(), entry.update().news().kind().word(), UpdateView.of(entry, selection, links));
    }

    @Override
    public void nothingUntil(Place place) throws IOException {
        out.write(":\nid: " + place.text() + "\n\n");
    }

    @Override
    public void missed(Gap gap) throws IOException {
        event(gap.from(), "gap", new Missed(gap.reason().word(), explanation(gap.reason())));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    private void event(Place id, String event, Object data) throws IOException {
        out.write("id: " + id.text() + "\nevent: " + event + "\ndata: " + json.writeValueAsString(data) + "\n\n");
    }

    private static String explanation(Resumption.Reason reason) {
        return switch (reason) {
            case EXPIRED ->
                "Updates that came after the last event id are no longer kept; this goes on with the oldest that is."
                        + " Read again what you derive from updates.";
            case UNKNOWN ->
                "The last event id is none of this log, which was perhaps restored from a backup; everything that is kept"
                        + " is told again. You know by its id what you had before.";
        };
    }
}
