package io.meshwork.notifier.announcement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Identity;
import io.meshwork.notifier.alert.Alerts;
import io.meshwork.notifier.alert.Signals;
import io.meshwork.notifier.alert.Undelivered;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.notification.DeliveryState;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.notification.Notification.Delivery;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.notification.Publications;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Ends notifications that wait: stores and publishes what became of them, and tells ops of those that a channel refused for good.
 * Runs inside a transaction.
 */
public final class Settlement {

    private final Notifications notifications;
    private final Announcer announcer;
    private final Clock clock;

    public Settlement(Notifications notifications, Announcer announcer, Clock clock) {
        this.notifications = notifications;
        this.announcer = announcer;
        this.clock = clock;
    }

    public void end(List<Notification> ended, Delivery delivery, Publications out) {
        if (ended.isEmpty()) {
            return;
        }
        var now = clock.instant();
        notifications.settle(ended, delivery, now);
        ended.forEach(notification -> out.delivery(notification.settled(delivery), now));
        if (delivery.state() == DeliveryState.FAILED) {
            announcer.announce(refused(ended, String.valueOf(delivery.reason()), now), out);
        }
    }

    /** That this very news could not be delivered is no news: it would never end. */
    private static List<Occurrence> refused(List<Notification> failed, String reason, Instant now) {
        return failed.stream()
                .filter(notification -> notification.news().kind() != Kind.NOTIFICATION_FAILED)
                .collect(groupingBy(Notification::subscriptionId, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(ofOne -> occurrence(ofOne, reason, now))
                .toList();
    }

    private static Occurrence occurrence(List<Notification> failed, String reason, Instant now) {
        var first = failed.getFirst();
        var id = Identity.of("undelivered", first.id(), first.attempts());
        var undelivered = new Undelivered(
                first.subscriptionId(),
                first.channel().word(),
                failed.size(),
                first.news().headline(),
                reason);
        return Occurrence.alert(
                        new Origin(id, now, new Cause(id, id.toString(), null)),
                        About.PLATFORM,
                        now,
                        Alerts.of(undelivered))
                .signalling(Signals.of(undelivered));
    }
}
