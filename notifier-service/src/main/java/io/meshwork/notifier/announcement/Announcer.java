package io.meshwork.notifier.announcement;

import io.meshwork.notifier.feed.log.Update;
import io.meshwork.notifier.feed.log.UpdateLog;
import io.meshwork.notifier.incident.Change;
import io.meshwork.notifier.incident.Filed;
import io.meshwork.notifier.incident.IncidentDesk;
import io.meshwork.notifier.matching.InForce;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.notification.Addressing;
import io.meshwork.notifier.notification.DeliveryState;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.notification.Publications;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Patience;
import io.meshwork.notifier.subscription.Subscription;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Turns occurrences into notifications: decides, records each once, and lets them go. */
public final class Announcer {

    private final InForce subscriptions;
    private final Notifications notifications;
    private final IncidentDesk incidents;
    private final Addressing addressing;
    private final UpdateLog log;
    private final Clock clock;

    public Announcer(
            InForce subscriptions,
            Notifications notifications,
            IncidentDesk incidents,
            Addressing addressing,
            UpdateLog log,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.notifications = notifications;
        this.incidents = incidents;
        this.addressing = addressing;
        this.log = log;
        this.clock = clock;
    }

    private record Decided(Occurrence occurrence, List<Notification> told) {

        /** True for the first to record any of it; an event without subscribers is told to the feed alone. */
        boolean isNew(Predicate<Notification> recorded) {
            return told.isEmpty() || told.stream().anyMatch(recorded);
        }

        List<String> feedSubscriptions() {
            return told.stream()
                    .filter(notification -> notification.channel() == Channel.FEED)
                    .map(Notification::subscriptionId)
                    .toList();
        }
    }

    public void announce(List<Occurrence> occurrences, Publications out) {
        if (occurrences.isEmpty()) {
            return;
        }
        var now = clock.instant();
        tell(file(occurrences, now, out), now, out);
    }

    /** What somebody does about an incident, or what its time brings. */
    public void change(Change change, Origin origin, Publications out) {
        var now = clock.instant();
        tell(incidents.handle(change, origin, now, each -> changed(each, now, out)), now, out);
    }

    /** Tells those who follow an incident. */
    public void tell(List<Filed> filed, Publications out) {
        tell(filed, clock.instant(), out);
    }

    private void changed(Change change, Instant now, Publications out) {
        var incident = change.incident();
        out.incident(change, incident.isResolved() ? null : incidents.lookAgain(incident, now));
    }

    /** Trouble that is seen so late that nobody is told of it is none of today; that it is over always counts. */
    private List<Filed> file(List<Occurrence> occurrences, Instant now, Publications out) {
        Predicate<Occurrence> isPast = occurrence -> addressing.isLate(occurrence, now)
                && (occurrence.signal() == null || !occurrence.signal().over());
        var late = occurrences.stream().filter(isPast).map(Filed::unfiled);
        var timely = occurrences.stream().filter(isPast.negate()).toList();
        return Stream.concat(late, incidents.file(timely, now, change -> changed(change, now, out)).stream())
                .toList();
    }

    private void tell(List<Filed> filed, Instant now, Publications out) {
        var inForce = subscriptions.now();
        var patience = new Patience();
        var decisions = filed.stream()
                .map(one ->
                        new Decided(one.occurrence(), addressing.decide(one, candidates(one, inForce), patience, now)))
                .toList();
        var fresh = notifications.record(
                decisions.stream().flatMap(decided -> decided.told().stream()).toList(), now);
        Predicate<Notification> recorded = notification -> fresh.contains(notification.id());
        feed(decisions.stream().filter(decided -> decided.isNew(recorded)).toList(), now, out);
        decisions.stream()
                .flatMap(decided -> decided.told().stream())
                .filter(recorded)
                .forEach(notification -> dispatch(notification, now, out));
    }

    private static Collection<Subscription> candidates(Filed filed, InForce.View inForce) {
        var occurrence = filed.occurrence();
        var candidates = inForce.candidates(occurrence.about(), occurrence.kinds());
        if (filed.audience().isEmpty()) {
            return candidates;
        }
        Map<String, Subscription> all = new TreeMap<>();
        candidates.forEach(subscription -> all.put(subscription.id(), subscription));
        inForce.find(filed.audience()).forEach(subscription -> all.put(subscription.id(), subscription));
        return all.values();
    }

    /** Tells one subscriber, who asked for it; on the public feed all others can read it. */
    public Notification tell(Occurrence occurrence, News news, Subscription subscription, Publications out) {
        var now = clock.instant();
        var notification = addressing.decide(occurrence, news, subscription);
        if (notifications.record(List.of(notification), now).contains(notification.id())) {
            if (notification.delivery().state() == DeliveryState.SENT) {
                feed(List.of(new Decided(occurrence, List.of(notification))), now, out);
            }
            dispatch(notification, now, out);
        }
        return notification;
    }

    /** Tells one subscriber, where nobody else hears it, updates that they asked for. */
    public void tellAlone(List<Occurrence> updates, Subscription subscription, Publications out) {
        var now = clock.instant();
        var told = updates.stream()
                .flatMap(occurrence -> Stream.ofNullable(occurrence.update())
                        .map(news -> addressing.decide(occurrence, news, subscription)))
                .toList();
        var fresh = notifications.record(told, now);
        told.stream()
                .filter(notification -> fresh.contains(notification.id()))
                .forEach(notification -> dispatch(notification, now, out));
    }

    /** The topic and the log tell consumers the same. */
    private void feed(List<Decided> decisions, Instant now, Publications out) {
        var told = decisions.stream()
                .filter(decided -> decided.occurrence().update() != null)
                .filter(decided -> !addressing.isLate(decided.occurrence(), now))
                .toList();
        told.forEach(decided -> out.update(decided.occurrence(), decided.feedSubscriptions()));
        log.append(told.stream()
                .map(decided -> Update.of(decided.occurrence(), decided.feedSubscriptions()))
                .toList());
    }

    private static void dispatch(Notification notification, Instant now, Publications out) {
        if (notification.delivery().state() == DeliveryState.WAITING) {
            out.wake(notification, notification.due(now));
        } else {
            out.delivery(notification, now);
        }
    }
}
