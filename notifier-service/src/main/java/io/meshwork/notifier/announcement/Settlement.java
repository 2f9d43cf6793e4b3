package io.meshwork.notifier.announcement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

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
import io.meshwork.notifier.telling.Agenda;
import io.meshwork.notifier.telling.Agenda.Item;
import io.meshwork.notifier.telling.Agenda.Story;
import io.meshwork.notifier.telling.Told;
import io.meshwork.notifier.telling.Told.MessageRef;
import io.meshwork.notifier.telling.ToldIncidents;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ends notifications that wait: stores and publishes what became of them, and tells ops of those that a channel refused for good.
 * Runs inside a transaction.
 */
public final class Settlement {

    private final Notifications notifications;
    private final ToldIncidents told;
    private final Announcer announcer;
    private final Clock clock;

    public Settlement(Notifications notifications, ToldIncidents told, Announcer announcer, Clock clock) {
        this.notifications = notifications;
        this.told = told;
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

    /**
     * Ends these items of an agenda with the channel's answer.
     *
     * @param message where it stands when it can be changed
     */
    public void end(
            Agenda agenda, List<Item> items, Delivery delivery, @Nullable MessageRef message, Publications out) {
        end(Agenda.all(items), delivery, out);
        if (delivery.equals(Delivery.SENT)) {
            told.store(agenda.channel(), agenda.target(), told(items, message, clock.instant()));
        }
    }

    /** Puts off what is not to be told now, and drops what is not to be told any more. */
    public void putOff(Agenda agenda, Publications out) {
        agenda.dropped().forEach(dropped -> end(dropped.notifications(), Delivery.suppressed(dropped.why()), out));
        agenda.held().forEach(held -> notifications.hold(held.notifications(), held.until(), held.why()));
    }

    /** Among others in one message an incident has none of its own, which could be changed. */
    private static Map<Long, Told> told(List<Item> items, @Nullable MessageRef message, Instant now) {
        var told = new HashMap<Long, Told>();
        for (var item : items) {
            if (item instanceof Story story) {
                var incident = story.incident();
                var before = story.told() == null ? null : story.told().message();
                told.put(
                        incident.number(),
                        new Told(incident.state(), incident.severity(), now, items.size() == 1 ? message : before));
            }
        }
        return told;
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
        return Occurrence.alert(Origin.own(id, now), About.PLATFORM, now, Alerts.of(undelivered))
                .signalling(Signals.of(undelivered));
    }
}
