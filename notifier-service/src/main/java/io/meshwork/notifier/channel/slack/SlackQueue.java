package io.meshwork.notifier.channel.slack;

import io.github.resilience4j.core.IntervalFunction;
import io.meshwork.messaging.Outcomes;
import io.meshwork.messaging.RetryJobLater;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.notification.Notification.Delivery;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.notification.Publications;
import io.meshwork.notifier.subscription.Channel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What waits for the channels; a notification leaves it only with Slack's answer. */
final class SlackQueue {

    private static final int MOST_DOUBLINGS = 20;

    private final Notifications notifications;
    private final SlackPace pace;
    private final Function<Outcomes, Publications> publications;
    private final SlackSettings settings;
    private final Clock clock;
    private final IntervalFunction backOff;

    SlackQueue(
            Notifications notifications,
            SlackPace pace,
            Function<Outcomes, Publications> publications,
            SlackSettings settings,
            Clock clock) {
        this.notifications = notifications;
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

    /** The oldest notification, or all of them as soon as more than a few wait. */
    List<Notification> due(String target) {
        var waiting = notifications.due(Channel.SLACK, target, clock.instant(), settings.digestMaximum());
        return waiting.size() > settings.digestAbove()
                ? waiting
                : waiting.stream().limit(1).toList();
    }

    /** Ends these notifications, and lets the next one go when its turn comes. */
    Consumer<Outcomes> settle(String target, List<Notification> due, Delivery delivery) {
        return outcomes -> {
            var now = clock.instant();
            var out = publications.apply(outcomes);
            notifications.settle(due, delivery, now);
            due.forEach(notification -> out.delivery(notification.settled(delivery), now));
            pace.holdUntil(target, now.plus(settings.interval()));
            notifications
                    .next(Channel.SLACK, target)
                    .ifPresent(next -> out.wake(next, next.due(now.plus(settings.interval()))));
        };
    }

    /** After a vain try: the more of them, the later. */
    RetryJobLater tryAgain(String target, List<Notification> tried, String reason) {
        int tries = Math.min(tried.getFirst().attempts() + 1, MOST_DOUBLINGS);
        return tryAgain(target, tried, Duration.ofMillis(backOff.apply(tries)), reason);
    }

    RetryJobLater tryAgain(String target, List<Notification> tried, Duration wait, String reason) {
        notifications.attempted(tried);
        return putBack(target, wait, reason);
    }

    /** Nobody sends to the channel before the wait is over. */
    RetryJobLater putBack(String target, Duration wait, String reason) {
        pace.holdUntil(target, clock.instant().plus(wait));
        return new RetryJobLater(wait, reason);
    }
}
