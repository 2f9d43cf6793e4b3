package io.meshwork.notifier.channel.webhook;

import io.meshwork.messaging.Outcomes;
import io.meshwork.messaging.RetryJobLater;
import io.meshwork.notifier.announcement.Settlement;
import io.meshwork.notifier.channel.webhook.endpoint.Endpoint;
import io.meshwork.notifier.channel.webhook.endpoint.Endpoints;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.notification.Notification.Delivery;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.notification.Publications;
import io.meshwork.notifier.subscription.Channel;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What waits for endpoints, and what becomes of it. */
final class WebhookQueue {

    private static final int SUPPRESSED_AT_ONCE = 500;

    private final Notifications notifications;
    private final Settlement settlement;
    private final Endpoints endpoints;
    private final Function<Outcomes, Publications> publications;
    private final EndingNews ending;
    private final Schedule schedule;
    private final WebhookSettings settings;
    private final Clock clock;

    WebhookQueue(
            Notifications notifications,
            Settlement settlement,
            Endpoints endpoints,
            Function<Outcomes, Publications> publications,
            EndingNews ending,
            Schedule schedule,
            WebhookSettings settings,
            Clock clock) {
        this.notifications = notifications;
        this.settlement = settlement;
        this.endpoints = endpoints;
        this.publications = publications;
        this.ending = ending;
        this.schedule = schedule;
        this.settings = settings;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Optional<Endpoint> endpoint(String id) {
        return endpoints.find(id);
    }

    List<Notification> due(String id) {
        return notifications.due(Channel.WEBHOOK, id, now(), settings.perRun());
    }

    Map<String, String> subscribers(List<Notification> due) {
        return endpoints.subscribers(
                due.stream().map(Notification::subscriptionId).distinct().toList());
    }

    /** The circuit of the endpoint, for all replicas: after a failure it is open until then, and one request tries it. */
    void awaitTurn(Endpoint endpoint) {
        var pause = endpoint.health().pause(now());
        if (pause.isPresent()) {
            throw new RetryJobLater(pause.get(), "the endpoint failed and is left alone for now");
        }
    }

    /** Ends what waits, some of it at a time, without sending it. */
    Consumer<Outcomes> suppress(String id, String reason) {
        return outcomes -> {
            var waiting = notifications.waiting(Channel.WEBHOOK, id, now(), SUPPRESSED_AT_ONCE);
            var out = publications.apply(outcomes);
            settlement.end(waiting, Delivery.suppressed(reason), out);
            goOn(id, now(), out);
        };
    }

    Consumer<Outcomes> settle(String id, WebhookRun run) {
        return outcomes -> {
            var out = publications.apply(outcomes);
            settlement.end(run.sent(), Delivery.SENT, out);
            settlement.end(
                    run.refused(),
                    Delivery.suppressed("webhook endpoint '" + id + "' belongs to another team than the subscription"),
                    out);
            var next = stop(run.stop(), out);
            endpoints.lock(id).ifPresent(found -> endpoints.save(health(found, run, next, out)));
            goOn(id, next == null ? now() : next, out);
        };
    }

    /** @return when the endpoint is tried again, null when it has not failed or has gone */
    private @Nullable Instant stop(WebhookRun.@Nullable Stop stop, Publications out) {
        if (stop == null || !(stop.answer() instanceof Answer.Failed(var reason, var asked))) {
            return null;
        }
        var tries = stop.at().tries() + 1;
        var wait = schedule.next(tries, asked);
        if (wait.isPresent()) {
            notifications.attempted(List.of(stop.at()));
        } else {
            settlement.end(List.of(stop.at()), Delivery.failed(reason + ", at the last of " + tries + " tries"), out);
        }
        return now().plus(wait.orElseGet(() -> schedule.pause(asked)));
    }

    private Endpoint health(Endpoint found, WebhookRun run, @Nullable Instant next, Publications out) {
        var now = now();
        var endpoint = run.sent().isEmpty() ? found : found.succeeded(now);
        var stop = run.stop();
        return switch (stop == null ? new Answer.Accepted() : stop.answer()) {
            case Answer.Accepted() -> endpoint;
            case Answer.Gone() -> ending.tell(endpoint.gone("the endpoint answered 410 Gone", now), now, out);
            case Answer.Failed(var reason, var _) -> {
                var failed = endpoint.failed(reason, now, next);
                yield failed.isEnabled() && failed.health().isFailingFor(settings.disableAfter(), now)
                        ? ending.tell(failed.disabled(forTooLong(failed, reason), now), now, out)
                        : failed;
            }
        };
    }

    private static String forTooLong(Endpoint failed, String reason) {
        return "it has failed since " + failed.health().failingSince() + ", at last because " + reason;
    }

    private void goOn(String id, Instant due, Publications out) {
        notifications.next(Channel.WEBHOOK, id).ifPresent(next -> out.wake(next, next.due(due)));
    }
}
