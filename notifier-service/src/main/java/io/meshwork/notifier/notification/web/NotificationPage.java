package io.meshwork.notifier.notification.web;

import io.meshwork.notifier.notification.Entry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param next address of the next page, null on the last one */
record NotificationPage(List<Item> items, @Nullable String next) {

    record Item(
            UUID id,
            UUID eventId,
            String subscription,
            String channel,
            @Nullable String product,
            @Nullable String version,
            String kind,
            String severity,
            String headline,
            List<String> details,
            @Nullable String advice,
            String state,
            @Nullable String reason,
            int attempts,
            @Nullable Instant notBefore,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable Instant settledAt) {}

    /** @param found one entry more than the page holds when there is a next page */
    static NotificationPage of(List<Entry> found, int limit, NotificationFilters filters) {
        var shown = found.stream().limit(limit).toList();
        return new NotificationPage(
                shown.stream().map(NotificationPage::item).toList(),
                found.size() > limit ? filters.next(shown.getLast().sequence(), limit) : null);
    }

    private static Item item(Entry entry) {
        var notification = entry.notification();
        var news = notification.news();
        return new Item(
                notification.id(),
                notification.origin().eventId(),
                notification.subscriptionId(),
                notification.channel().word(),
                notification.about().productId(),
                notification.about().version(),
                news.kind().word(),
                news.severity().word(),
                news.headline(),
                news.details(),
                news.advice(),
                notification.delivery().state().word(),
                notification.delivery().reason(),
                notification.attempts(),
                notification.notBefore(),
                notification.origin().time(),
                entry.recordedAt(),
                entry.settledAt());
    }
}
