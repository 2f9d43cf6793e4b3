package io.meshwork.notifier.channel.webhook;

import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.messaging.RetryJobLater;
import io.meshwork.notifier.channel.webhook.endpoint.Endpoint;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.subscription.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends what waits for one endpoint, the key of the job, one after the other in the order of their decision. Endpoints do not wait
 * for each other: one that fails is left alone until its time comes, and one that is slow holds nothing but its own job.
 */
final class WebhookDelivery implements JobHandler {

    private static final Duration AFTER_INTERRUPTION = Duration.ofSeconds(1);

    private final WebhookQueue queue;
    private final WebhookRequests requests;
    private final WebhookSettings settings;

    WebhookDelivery(WebhookQueue queue, WebhookRequests requests, WebhookSettings settings) {
        this.queue = queue;
        this.requests = requests;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return Channel.WEBHOOK.word();
    }

    @Override
    public int parallelism() {
        return settings.parallelism();
    }

    @Override
    public Consumer<Outcomes> run(Job job) {
        var endpoint = queue.endpoint(job.key());
        var obstacle = obstacle(job.key(), endpoint);
        if (obstacle.isPresent() || endpoint.isEmpty()) {
            return queue.suppress(job.key(), obstacle.orElseThrow());
        }
        queue.awaitTurn(endpoint.get());
        var due = queue.due(job.key());
        return due.isEmpty() ? _ -> {} : queue.settle(job.key(), send(endpoint.get(), due));
    }

    private Optional<String> obstacle(String id, Optional<Endpoint> endpoint) {
        if (settings.isOff()) {
            return Optional.of(WebhookSettings.OFF);
        }
        return endpoint.map(found -> found.isEnabled()
                        ? Optional.<String>empty()
                        : Optional.of("webhook endpoint '" + id + "' is "
                                + found.state().word() + ": " + found.reason()))
                .orElseGet(
                        () -> Optional.of("there is no webhook endpoint '" + id + "'; mesh webhook create makes one"));
    }

    private WebhookRun send(Endpoint endpoint, List<Notification> due) {
        var run = new WebhookRun();
        var subscribers = queue.subscribers(due);
        var end = queue.now().plus(settings.runTime());
        for (var notification : due) {
            if (!endpoint.team().equals(subscribers.get(notification.subscriptionId()))) {
                run.refused(notification);
                continue;
            }
            var answer = requests.send(endpoint, notification);
            giveBackIfInterrupted();
            if (!(answer instanceof Answer.Accepted)) {
                run.stopped(notification, answer);
                return run;
            }
            run.sent(notification);
            if (isOver(end)) {
                return run;
            }
        }
        return run;
    }

    private boolean isOver(Instant end) {
        return !queue.now().isBefore(end);
    }

    /** What a stop of the replica broke says nothing about the endpoint. */
    private static void giveBackIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new RetryJobLater(AFTER_INTERRUPTION, "the replica stops");
        }
    }
}
