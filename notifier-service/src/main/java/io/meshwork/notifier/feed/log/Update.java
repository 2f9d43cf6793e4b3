package io.meshwork.notifier.feed.log;

import io.meshwork.messaging.Identity;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Text;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the consumers of a product are told.
 *
 * @param id follows from the event, so that it is told once
 * @param eventId the event that brought it; {@code ce_causationid} of its record on the topic
 * @param version null when it is about the product
 * @param changedFields of the contract; the first {@value #FIELDS}
 * @param subscriptions on the feed, that it is for
 * @param occurredAt when the underlying fact was decided
 */
public record Update(
        UUID id,
        UUID eventId,
        String productId,
        @Nullable String version,
        News news,
        List<String> changedFields,
        List<String> subscriptions,
        Instant occurredAt) {

    /** A contract may have half a megabyte of them, and an update waits in memory for each slow reader. */
    static final int FIELDS = 100;

    private static final int FIELD = 400;

    public Update {
        changedFields = List.copyOf(changedFields);
        subscriptions = List.copyOf(subscriptions);
    }

    /** @throws IllegalArgumentException when there is nothing in it for consumers */
    public static Update of(Occurrence occurrence, List<String> subscriptions) {
        var productId = occurrence.about().productId();
        var news = occurrence.update();
        if (productId == null || news == null) {
            throw new IllegalArgumentException("only news about a product goes to its consumers: " + occurrence);
        }
        var eventId = occurrence.origin().eventId();
        return new Update(
                Identity.of("update", eventId, productId, news.kind().word()),
                eventId,
                productId,
                occurrence.about().version(),
                news,
                occurrence.changedFields().stream()
                        .limit(FIELDS)
                        .map(field -> Text.line(field, FIELD))
                        .toList(),
                subscriptions,
                occurrence.decidedAt());
    }

    /** The part of the product id before the dot. */
    public String domain() {
        int dot = productId.indexOf('.');
        return dot < 0 ? productId : productId.substring(0, dot);
    }
}
