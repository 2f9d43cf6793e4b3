package io.meshwork.notifier.notification;

import io.meshwork.notifier.incident.Filed;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.notification.Notification.Delivery;
import io.meshwork.notifier.subscription.Hearing;
import io.meshwork.notifier.subscription.Patience;
import io.meshwork.notifier.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides who is told of an event, and how.
 *
 * @param routes what the channels can reach
 * @param sendWithin news first seen later than this after it happened is recorded and not sent: a rebuild tells nobody twice
 */
public record Addressing(Routes routes, Duration sendWithin) {

    /**
     * @param subscriptions that the event may concern
     * @param patience with their filters, for all that is decided together
     */
    public List<Notification> decide(
            Filed filed, Collection<Subscription> subscriptions, Patience patience, Instant now) {
        var hearing = new Hearing(filed.occurrence(), patience);
        return subscriptions.stream()
                .filter(subscription -> subscription.listensAt(now))
                .flatMap(subscription -> decide(filed, hearing, subscription, now).stream())
                .toList();
    }

    /** For a subscriber who asked for it and waits for it, whatever they want to hear of otherwise, and however long it is so. */
    public Notification decide(Occurrence occurrence, News news, Subscription subscription) {
        return Notification.of(occurrence, news, subscription, delivery(subscription), null, null);
    }

    public boolean isLate(Occurrence occurrence, Instant now) {
        return occurrence.origin().time().isBefore(now.minus(sendWithin));
    }

    /** An alert is the better story for people; programs get updates only. */
    private Optional<Notification> decide(Filed filed, Hearing hearing, Subscription subscription, Instant now) {
        var alert = subscription.channel().isForPeople() ? alert(filed, hearing, subscription) : null;
        return alert == null
                ? hearing.of(filed.occurrence().update(), subscription)
                        .map(update -> notification(filed, update, subscription, now, null))
                : Optional.of(notification(filed, alert, subscription, now, filed.incident()));
    }

    private static @Nullable News alert(Filed filed, Hearing hearing, Subscription subscription) {
        var alert = filed.occurrence().alert();
        return filed.audience().contains(subscription.id())
                ? alert
                : hearing.of(alert, subscription).orElse(null);
    }

    private Notification notification(
            Filed filed, News news, Subscription subscription, Instant now, @Nullable Long incident) {
        // the story of an incident goes on, however late that is heard
        var late = incident == null && isLate(filed.occurrence(), now);
        var delivery = late ? suppressedAsLate() : delivery(subscription);
        var due = notBefore(news, subscription, now);
        var notBefore = incident == null ? due : later(due, filed.notBefore());
        return Notification.of(filed.occurrence(), news, subscription, delivery, notBefore, incident);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant notBefore(News news, Subscription subscription, Instant now) {
        var due = subscription.schedule().due(now, news.severity());
        return due.isAfter(now) ? due : null;
    }

    private Delivery suppressedAsLate() {
        return Delivery.suppressed("first seen more than " + sendWithin.toHours() + " h after it happened");
    }

    private Delivery delivery(Subscription subscription) {
        return switch (subscription.channel()) {
            case FEED -> subscription.topic() == null ? Delivery.SENT : Delivery.WAITING;
            case WEBHOOK -> Delivery.WAITING;
            case SLACK, EMAIL ->
                routes.obstacle(subscription).map(Delivery::suppressed).orElse(Delivery.WAITING);
        };
    }
}
