package io.meshwork.notifier.channel.mail;

import static java.util.stream.Collectors.toSet;

import io.github.resilience4j.core.IntervalFunction;
import io.meshwork.messaging.Outcomes;
import io.meshwork.messaging.RetryJobLater;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.notification.Notification.Delivery;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.notification.Publications;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscription;
import io.meshwork.notifier.subscription.Subscriptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What waits for addresses; a notification leaves it only with the server's answer. */
final class MailQueue {

    private static final int MOST_DOUBLINGS = 20;

    private final Notifications notifications;
    private final Subscriptions subscriptions;
    private final MailPace pace;
    private final Function<Outcomes, Publications> publications;
    private final MailSettings settings;
    private final Clock clock;
    private final IntervalFunction backOff;

    MailQueue(
            Notifications notifications,
            Subscriptions subscriptions,
            MailPace pace,
            Function<Outcomes, Publications> publications,
            MailSettings settings,
            Clock clock) {
        this.notifications = notifications;
        this.subscriptions = subscriptions;
        this.pace = pace;
        this.publications = publications;
        this.settings = settings;
        this.clock = clock;
        this.backOff =
                IntervalFunction.ofExponentialRandomBackoff(settings.retryFirst(), 2.0, 0.3, settings.retryLater());
    }

    /** @throws RetryJobLater when the address had its mail for now */
    void awaitTurn(String address) {
        var wait = pace.notBefore(address)
                .map(turn -> Duration.between(clock.instant(), turn))
                .filter(Duration::isPositive);
        if (wait.isPresent()) {
            throw new RetryJobLater(wait.get(), "the address had its mail for now");
        }
    }

    /** All of it, so that whoever was out of reach gets one mail and no storm. */
    List<Notification> due(String address) {
        return notifications.due(Channel.EMAIL, address, clock.instant(), settings.digestMaximum());
    }

    /** Those whose subscriber does not want them any more; who asks for a test message wants it. */
    List<Notification> unwanted(List<Notification> due) {
        var now = clock.instant();
        var ids = due.stream().map(Notification::subscriptionId).distinct().toList();
        var listening = subscriptions.all(ids).stream()
                .map(Stored::subscription)
                .filter(subscription -> subscription.listensAt(now))
                .map(Subscription::id)
                .collect(toSet());
        return due.stream()
                .filter(notification -> notification.news().kind() != Kind.TEST)
                .filter(notification -> !listening.contains(notification.subscriptionId()))
                .toList();
    }

    /** Ends these notifications with the server's answer, and lets the next ones go when their turn comes. */
    Consumer<Outcomes> settle(String address, List<Notification> due, Delivery delivery) {
        return outcomes -> {
            var turn = clock.instant().plus(settings.recipientInterval());
            pace.answered(address, turn);
            end(address, due, delivery, turn, publications.apply(outcomes));
        };
    }

    /** Ends these notifications without a mail, so that the next ones need not wait. */
    Consumer<Outcomes> suppress(String address, List<Notification> due, String reason) {
        return outcomes ->
                end(address, due, Delivery.suppressed(reason), clock.instant(), publications.apply(outcomes));
    }

    private void end(String address, List<Notification> due, Delivery delivery, Instant nextTurn, Publications out) {
        var now = clock.instant();
        notifications.settle(due, delivery, now);
        due.forEach(notification -> out.delivery(notification.settled(delivery), now));
        notifications.next(Channel.EMAIL, address).ifPresent(next -> out.wake(next, next.due(nextTurn)));
    }

    /** Tries again later, unless the server has deferred mail to this address for too long. */
    Consumer<Outcomes> deferred(String address, List<Notification> due, String reason) {
        var since = pace.deferred(address, clock.instant());
        if (since.plus(settings.giveUpAfter()).isAfter(clock.instant())) {
            throw tryAgain(address, due, reason);
        }
        return settle(address, due, Delivery.failed(reason + "; it has not taken any mail for it since " + since));
    }

    /** After a vain try: the more of them, the later. */
    RetryJobLater tryAgain(String address, List<Notification> tried, String reason) {
        notifications.attempted(tried);
        int tries = Math.min(tried.getFirst().attempts() + 1, MOST_DOUBLINGS);
        return putBack(address, Duration.ofMillis(backOff.apply(tries)), reason);
    }

    /** Nobody mails the address before the wait is over. */
    RetryJobLater putBack(String address, Duration wait, String reason) {
        pace.holdUntil(address, clock.instant().plus(wait));
        return new RetryJobLater(wait, reason);
    }
}
