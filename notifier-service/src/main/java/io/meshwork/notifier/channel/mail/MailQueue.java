package io.meshwork.notifier.channel.mail;

import static java.util.stream.Collectors.toSet;

import io.github.resilience4j.core.IntervalFunction;
import io.meshwork.messaging.Outcomes;
import io.meshwork.messaging.RetryJobLater;
import io.meshwork.notifier.announcement.Settlement;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.notification.Notification.Delivery;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.notification.Publications;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscription;
import io.meshwork.notifier.subscription.Subscriptions;
import io.meshwork.notifier.telling.Agenda;
import io.meshwork.notifier.telling.Agendas;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What waits for addresses; a notification leaves it only with the server's answer. */
final class MailQueue {

    private static final int MOST_DOUBLINGS = 20;

    private final Notifications notifications;
    private final Agendas agendas;
    private final Settlement settlement;
    private final Subscriptions subscriptions;
    private final MailPace pace;
    private final Function<Outcomes, Publications> publications;
    private final MailSettings settings;
    private final Clock clock;
    private final IntervalFunction backOff;

    MailQueue(
            Notifications notifications,
            Agendas agendas,
            Settlement settlement,
            Subscriptions subscriptions,
            MailPace pace,
            Function<Outcomes, Publications> publications,
            MailSettings settings,
            Clock clock) {
        this.notifications = notifications;
        this.agendas = agendas;
        this.settlement = settlement;
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
        var now = clock.instant();
        var wait = pace.notBefore(address, now)
                .map(turn -> Duration.between(now, turn))
                .filter(Duration::isPositive);
        if (wait.isPresent()) {
            throw new RetryJobLater(wait.get(), "the address had its mail for now");
        }
    }

    /** All of it, so that whoever was out of reach gets one mail and no storm. */
    Agenda agenda(String address) {
        return agendas.now(Channel.EMAIL, address, false, settings.digestMaximum(), clock.instant());
    }

    /** When there is nothing to tell now. */
    Consumer<Outcomes> settle(Agenda agenda) {
        return outcomes -> goOn(agenda, clock.instant(), publications.apply(outcomes));
    }

    /** Those whose subscriber does not want them any more; who asks for a test message wants it. */
    List<Notification> unwanted(Agenda agenda) {
        var now = clock.instant();
        var due = Agenda.all(agenda.items());
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

    /** Ends all of it with the server's answer, and lets the next ones go when their turn comes. */
    Consumer<Outcomes> settle(Agenda agenda, Delivery delivery) {
        return outcomes -> {
            var now = clock.instant();
            var turn = now.plus(settings.recipientInterval());
            var out = publications.apply(outcomes);
            pace.answered(agenda.target(), turn, now);
            settlement.end(agenda, agenda.items(), delivery, null, out);
            goOn(agenda, turn, out);
        };
    }

    /** Ends these notifications without a mail, so that the next ones need not wait. */
    Consumer<Outcomes> suppress(Agenda agenda, List<Notification> unsent, String reason) {
        return outcomes -> {
            var out = publications.apply(outcomes);
            settlement.end(unsent, Delivery.suppressed(reason), out);
            goOn(agenda, clock.instant(), out);
        };
    }

    private void goOn(Agenda agenda, Instant turn, Publications out) {
        settlement.putOff(agenda, out);
        notifications.next(agenda.channel(), agenda.target()).ifPresent(next -> out.wake(next, next.due(turn)));
    }

    /** Tries again later, unless the server has deferred mail to this address for too long. */
    Consumer<Outcomes> deferred(Agenda agenda, String reason) {
        var now = clock.instant();
        var deferred = pace.deferred(agenda.target(), now);
        var waiting = Agenda.all(agenda.items()).stream()
                .map(notification -> notification.due(notification.origin().time()))
                .min(Comparator.naturalOrder())
                .orElse(now);
        var since = waiting.isAfter(deferred) ? waiting : deferred;
        if (since.plus(settings.giveUpAfter()).isAfter(clock.instant())) {
            throw tryAgain(agenda, reason);
        }
        return settle(agenda, Delivery.failed(reason + "; it has not taken any mail for it since " + since));
    }

    /** After a vain try: the more of them, the later. */
    RetryJobLater tryAgain(Agenda agenda, String reason) {
        var tried = Agenda.all(agenda.items());
        notifications.attempted(tried);
        int tries = Math.min(tried.getFirst().tries() + 1, MOST_DOUBLINGS);
        return putBack(agenda.target(), Duration.ofMillis(backOff.apply(tries)), reason);
    }

    /** Nobody mails the address before the wait is over. */
    RetryJobLater putBack(String address, Duration wait, String reason) {
        var now = clock.instant();
        pace.holdUntil(address, now.plus(wait), now);
        return new RetryJobLater(wait, reason);
    }
}
