package io.meshwork.notifier.channel.slack;

import io.github.resilience4j.core.IntervalFunction;
import io.meshwork.messaging.Outcomes;
import io.meshwork.messaging.RetryJobLater;
import io.meshwork.notifier.announcement.Settlement;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.notification.Notification.Delivery;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.notification.Publications;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.telling.Agenda;
import io.meshwork.notifier.telling.Agenda.Item;
import io.meshwork.notifier.telling.Agenda.Story;
import io.meshwork.notifier.telling.Agendas;
import io.meshwork.notifier.telling.Told;
import io.meshwork.notifier.telling.Told.MessageRef;
import io.meshwork.notifier.telling.ToldIncidents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What waits for the channels; a notification leaves it only with Slack's answer, or when it has become pointless. */
final class SlackQueue {

    private static final int MOST_DOUBLINGS = 20;

    private final Notifications notifications;
    private final Agendas agendas;
    private final Settlement settlement;
    private final ToldIncidents told;
    private final SlackPace pace;
    private final Function<Outcomes, Publications> publications;
    private final SlackSettings settings;
    private final Clock clock;
    private final IntervalFunction backOff;

    SlackQueue(
            Notifications notifications,
            Agendas agendas,
            Settlement settlement,
            ToldIncidents told,
            SlackPace pace,
            Function<Outcomes, Publications> publications,
            SlackSettings settings,
            Clock clock) {
        this.notifications = notifications;
        this.agendas = agendas;
        this.settlement = settlement;
        this.told = told;
        this.pace = pace;
        this.publications = publications;
        this.settings = settings;
        this.clock = clock;
        this.backOff =
                IntervalFunction.ofExponentialRandomBackoff(settings.interval(), 2.0, 0.3, settings.retryLater());
    }

    /** @throws RetryJobLater when the channel had its message for now */
    void awaitTurn(String target) {
        var wait = pace.notBefore(target)
                .map(turn -> Duration.between(clock.instant(), turn))
                .filter(Duration::isPositive);
        if (wait.isPresent()) {
            throw new RetryJobLater(wait.get(), "the channel had its message for now");
        }
    }

    Agenda agenda(String target, boolean canChange) {
        return agendas.now(Channel.SLACK, target, canChange, settings.digestMaximum(), clock.instant());
    }

    /** What goes into the next message: the first item, what was put off to the same time for the same subscriber, or all of many. */
    List<Item> due(Agenda agenda) {
        var items = agenda.items();
        if (items.size() > settings.digestAbove() || items.isEmpty()) {
            return items;
        }
        var first = items.getFirst().first();
        return items.stream()
                .filter(item -> item.equals(items.getFirst()) || isPutOffWith(first, item.first()))
                .toList();
    }

    /** Schedules put off to whole minutes; what an incident waits for ends at any time, and is no reason to share a message. */
    private static boolean isPutOffWith(Notification first, Notification other) {
        var moment = first.notBefore();
        return moment != null
                && moment.equals(moment.truncatedTo(ChronoUnit.MINUTES))
                && moment.equals(other.notBefore())
                && first.subscriptionId().equals(other.subscriptionId());
    }

    /** Without a message. */
    Consumer<Outcomes> settle(String target, Agenda agenda) {
        return outcomes -> settle(target, agenda, publications.apply(outcomes), clock.instant());
    }

    /**
     * Ends these items, and lets the next ones go when their turn comes.
     *
     * @param message where it stands when it can be changed
     */
    Consumer<Outcomes> settle(
            String target, Agenda agenda, List<Item> items, Delivery delivery, @Nullable MessageRef message) {
        return outcomes -> {
            var now = clock.instant();
            var out = publications.apply(outcomes);
            items.forEach(item -> settlement.end(item.notifications(), delivery, out));
            if (delivery.equals(Delivery.SENT)) {
                told.store(Channel.SLACK, target, told(items, message, now));
            }
            pace.holdUntil(target, now.plus(settings.interval()));
            settle(target, agenda, out, now.plus(settings.interval()));
        };
    }

    private void settle(String target, Agenda agenda, Publications out, Instant next) {
        agenda.dropped()
                .forEach(dropped ->
                        settlement.end(dropped.notifications(), Delivery.suppressed(dropped.why()), out));
        agenda.held().forEach(held -> notifications.hold(held.notifications(), held.until(), held.why()));
        notifications.next(Channel.SLACK, target).ifPresent(waiting -> out.wake(waiting, waiting.due(next)));
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

    /** After a vain try: the more of them, the later. */
    RetryJobLater tryAgain(String target, List<Item> tried, String reason) {
        int tries = Math.min(tried.getFirst().first().attempts() + 1, MOST_DOUBLINGS);
        return tryAgain(target, tried, Duration.ofMillis(backOff.apply(tries)), reason);
    }

    RetryJobLater tryAgain(String target, List<Item> tried, Duration wait, String reason) {
        notifications.attempted(
                tried.stream().flatMap(item -> item.notifications().stream()).toList());
        return putBack(target, wait, reason);
    }

    /** Nobody sends to the channel before the wait is over. */
    RetryJobLater putBack(String target, Duration wait, String reason) {
        pace.holdUntil(target, clock.instant().plus(wait));
        return new RetryJobLater(wait, reason);
    }
}
