package io.meshwork.notifier.feed.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.meshwork.notifier.feed.log.Entry;
import io.meshwork.notifier.feed.log.Selection;
import io.meshwork.notifier.news.Links;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An update as clients read it; a webhook names its fields alike.
 *
 * @param subscription the one that was asked for; who else is told is not everybody's business
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateView(
        UUID id,
        UUID eventId,
        String productId,
        String domain,
        @Nullable String version,
        String kind,
        String severity,
        String headline,
        List<String> details,
        @Nullable String advice,
        List<String> changedFields,
        @Nullable String subscription,
        URI link,
        Instant occurredAt,
        Instant toldAt) {

    public static UpdateView of(Entry entry, Selection selection, Links links) {
        var update = entry.update();
        var news = update.news();
        return new UpdateView(
                update.id(),
                update.eventId(),
                update.productId(),
                update.domain(),
                update.version(),
                news.kind().word(),
                news.severity().word(),
                news.headline(),
                news.details(),
                news.advice(),
                update.changedFields(),
                selection.subscription(),
                links.product(update.productId()),
                update.occurredAt(),
                entry.toldAt());
    }
}
