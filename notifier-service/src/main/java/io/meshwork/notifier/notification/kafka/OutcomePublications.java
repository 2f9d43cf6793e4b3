package io.meshwork.notifier.notification.kafka;

import io.meshwork.events.NotificationDelivery;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.incident.Change;
import io.meshwork.notifier.incident.kafka.IncidentRecords;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.notification.Publications;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One transaction's decisions on their way out. */
public final class OutcomePublications implements Publications {

    private final Outcomes outcomes;
    private final Links links;
    private final Map<List<String>, Instant> woken = new HashMap<>();

    public OutcomePublications(Outcomes outcomes, Links links) {
        this.outcomes = outcomes;
        this.links = links;
    }

    @Override
    public void update(Occurrence occurrence, List<String> feedSubscriptions) {
        var productId = occurrence.about().productId();
        var news = occurrence.update();
        if (productId == null || news == null) {
            throw new IllegalArgumentException("only news about a product goes to its consumers: " + occurrence);
        }
        var record = UpdateRecords.toRecord(
                productId, occurrence.about().version(), news, feedSubscriptions, links, occurrence.decidedAt());
        outcomes.emit(occurrence.origin().cause(), "product.updates", productId, record);
    }

    @Override
    public void delivery(Notification settled, Instant now) {
        var record = NotificationDelivery.newBuilder()
                .setNotificationId(settled.id())
                .setSubscriptionId(settled.subscriptionId())
                .setEventId(settled.origin().eventId())
                .setProductId(settled.about().productId())
                .setChannel(settled.channel().word())
                .setState(settled.delivery().state().word())
                .setAttempts(settled.attempts())
                .setReason(settled.delivery().reason())
                .setSettledAt(now)
                .build();
        outcomes.emit(settled.origin().cause(), "notification.delivery", settled.subscriptionId(), record);
    }

    @Override
    public void incident(Change change, @Nullable Instant lookAgain) {
        IncidentRecords.emitChanged(outcomes, change);
        IncidentRecords.enqueueDue(outcomes, change, lookAgain);
        if (change.what() == Change.What.RESOLVED && change.incident().isOfDomain()) {
            HeldRelease.enqueue(
                    outcomes, IncidentRecords.cause(change), change.incident().changedAt());
        }
    }

    /** The channel looks up for itself what waits and until when, so the job carries nothing but its key, and the earliest time is enough. */
    @Override
    public void wake(Notification waiting, Instant due) {
        var job = List.of(waiting.channel().word(), waiting.target());
        var before = woken.get(job);
        if (before == null || due.isBefore(before)) {
            woken.put(job, due);
            outcomes.enqueue(waiting.origin().cause(), waiting.channel().word(), waiting.target(), "", due);
        }
    }
}
