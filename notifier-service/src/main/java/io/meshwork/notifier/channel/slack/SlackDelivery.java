package io.meshwork.notifier.channel.slack;

import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.notification.Notification.Delivery;
import io.meshwork.notifier.subscription.Channel;
import java.util.function.Consumer;

/**
 * Sends what waits for one Slack channel, the key of the job: one message in each run, the next run after the channel's interval.
 * Messages to one channel go out one after the other, by whichever replica holds the job.
 */
final class SlackDelivery implements JobHandler {

    private final SlackQueue queue;
    private final SlackRoutes routes;
    private final SlackGate gate;
    private final Rendering rendering;
    private final int parallelism;

    SlackDelivery(SlackQueue queue, SlackRoutes routes, SlackGate gate, Rendering rendering, int parallelism) {
        this.queue = queue;
        this.routes = routes;
        this.gate = gate;
        this.rendering = rendering;
        this.parallelism = parallelism;
    }

    @Override
    public String kind() {
        return Channel.SLACK.word();
    }

    /** Channels; each has one job. */
    @Override
    public int parallelism() {
        return parallelism;
    }

    @Override
    public Consumer<Outcomes> run(Job job) {
        var target = job.key();
        queue.awaitTurn(target);
        var destination = routes.of(target);
        var agenda =
                queue.agenda(target, destination.map(Destination::canChange).orElse(false));
        var due = queue.due(agenda);
        if (due.isEmpty()) {
            return queue.settle(agenda);
        }
        if (destination.isEmpty()) {
            return queue.settle(agenda, due, Delivery.suppressed(SlackRoutes.missing(target)), null);
        }
        return switch (gate.post(target, destination.get(), rendering.posting(due))) {
            case Answer.Accepted(var message) -> queue.settle(agenda, due, Delivery.SENT, message);
            case Answer.Refused(var reason) -> queue.settle(agenda, due, Delivery.failed(reason), null);
            case Answer.Throttled(var wait) -> throw queue.tryAgain(target, due, wait, "Slack asks to wait");
            case Answer.Unavailable(var reason) -> throw queue.tryAgain(target, due, reason);
            case Answer.Spared(var wait, var reason) -> throw queue.putBack(target, wait, reason);
        };
    }
}
