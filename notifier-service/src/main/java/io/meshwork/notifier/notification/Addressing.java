package io.meshwork.notifier.notification;

import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.notification.Notification.Delivery;
import io.meshwork.notifier.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides who is told of an event, and how.
 *
 * @param routes what the channels can reach
 * @param sendWithin news first seen later than this after it happened is recorded and not sent: a rebuild tells nobody twice
 */
public record Addressing(Routes routes, Duration sendWithin) {

    /** @param subscriptions that the event may concern */
    public List<Notification> decide(Occurrence occurrence, Collection<Subscription> subscriptions, Instant now) {
        return subscriptions.stream()
                .filter(subscription -> subscription.listensAt(now))
                .flatMap(subscription -> newsFor(subscription, occurrence)
                        .map(news -> Notification.of(
                                occurrence,
                                news,
                                subscription,
                                delivery(occurrence, subscription, now),
                                notBefore(news, subscription, now)))
                        .stream())
                .toList();
    }

    /** For a subscriber who asked for it and waits for it, whatever they want to hear of otherwise, and when. */
    public Notification decide(Occurrence occurrence, News news, Subscription subscription, Instant now) {
        return Notification.of(occurrence, news, subscription, delivery(occurrence, subscription, now), null);
    }

    public boolean isLate(Occurrence occurrence, Instant now) {
        return occurrence.origin().time().isBefore(now.minus(sendWithin));
    }

    /** An alert is the better story for people; programs get updates only. */
    private static Optional<News> newsFor(Subscription subscription, Occurrence occurrence) {
        var told = switch (subscription.channel()) {
            case FEED, WEBHOOK -> Stream.ofNullable(occurrence.update());
            case SLACK, EMAIL ->
                Stream.concat(Stream.ofNullable(occurrence.alert()), Stream.ofNullable(occurrence.update()));
        };
        return told.filter(news -> subscription.filter().wants(occurrence.about(), news, occurrence.changedFields()))
                .findFirst();
    }

    private static @Nullable Instant notBefore(News news, Subscription subscription, Instant now) {
        var due = subscription.schedule().due(now, news.severity());
        return due.isAfter(now) ? due : null;
    }

    private Delivery delivery(Occurrence occurrence, Subscription subscription, Instant now) {
        if (isLate(occurrence, now)) {
            return Delivery.suppressed("first seen more than " + sendWithin.toHours() + " h after it happened");
        }
        return switch (subscription.channel()) {
            case FEED -> Delivery.SENT;
            case WEBHOOK -> Delivery.WAITING;
            case SLACK, EMAIL ->
                routes.obstacle(subscription).map(Delivery::suppressed).orElse(Delivery.WAITING);
        };
    }
}
