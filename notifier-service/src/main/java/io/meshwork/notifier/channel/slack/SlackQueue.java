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
import io.meshwork.notifier.telling.Agendas;
import io.meshwork.notifier.telling.Told.MessageRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What waits for the channels; a notification leaves it only with Slack's answer, or when it has become pointless. */
final class SlackQueue {

    private static final int MOST_DOUBLINGS = 20;

    private final Notifications notifications;
    private final Agendas agendas;
    private final Settlement settlement;
    private final SlackPace pace;
    private final Function<Outcomes, Publications> publications;
    private final SlackSettings settings;
    private final Clock clock;
    private final IntervalFunction backOff;

    SlackQueue(
            Notifications notifications,
            Agendas agendas,
            Settlement settlement,
            SlackPace pace,
            Function<Outcomes, Publications> publications,
            SlackSettings settings,
            Clock clock) {
        this.notifications = notifications;
        this.agendas = agendas;
        this.settlement = settlement;
        this.pace = pace;
        this.publications = publications;
        this.settings = settings;
        this.clock = clock;
        this.backOff =
                IntervalFunction.ofExponentialRandomBackoff(settings.interval(), 2.0, 0.3, settings.retryLater());
    }

    /** @throws RetryJobLater when the channel had its message for now */
    void awaitTurn(String target) {
        var now = clock.instant();
        var wait = pace.notBefore(target, now)
                .map(turn -> Duration.between(now, turn))
                .filter(Duration::isPositive);
        if (wait.isPresent()) {
            throw new RetryJobLater(wait.get(), "the channel had its message for now");
        }
    }

    Agenda agenda(String target, boolean canChange) {
        return agendas.now(Channel.SLACK, target, canChange, settings.digestMaximum(), clock.instant());
    }

    /** What goes into the next message: the first item, what its subscription put off to the same time, or all of many. */
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
    Consumer<Outcomes> settle(Agenda agenda) {
        return outcomes -> goOn(agenda, clock.instant(), publications.apply(outcomes));
    }

    /**
     * Ends these items, and lets the next ones go when their turn comes.
     *
     * @param message where it stands when it can be changed
     */
    Consumer<Outcomes> settle(Agenda agenda, List<Item> items, Delivery delivery, @Nullable MessageRef message) {
        return outcomes -> {
            var out = publications.apply(outcomes);
            var now = clock.instant();
            var turn = now.plus(settings.interval());
            settlement.end(agenda, items, delivery, message, out);
            pace.holdUntil(agenda.target(), turn, now);
            goOn(agenda, turn, out);
        };
    }

    private void goOn(Agenda agenda, Instant turn, Publications out) {
        settlement.putOff(agenda, out);
        notifications
                .next(agenda.channel(), agenda.target())
                .ifPresent(waiting -> out.wake(waiting, waiting.due(turn)));
    }

    /** After a vain try: the more of them, the later. */
    RetryJobLater tryAgain(String target, List<Item> tried, String reason) {
        int tries = Math.min(tried.getFirst().first().tries() + 1, MOST_DOUBLINGS);
        return tryAgain(target, tried, Duration.ofMillis(backOff.apply(tries)), reason);
    }

    RetryJobLater tryAgain(String target, List<Item> tried, Duration wait, String reason) {
        notifications.attempted(Agenda.all(tried));
        return putBack(target, wait, reason);
    }

    /** Nobody sends to the channel before the wait is over. */
    RetryJobLater putBack(String target, Duration wait, String reason) {
        var now = clock.instant();
        pace.holdUntil(target, now.plus(wait), now);
        return new RetryJobLater(wait, reason);
    }
}
