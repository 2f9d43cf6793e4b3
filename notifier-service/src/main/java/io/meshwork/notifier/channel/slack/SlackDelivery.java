package io.meshwork.notifier.channel.slack;

import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.notification.Notification.Delivery;
import io.meshwork.notifier.subscription.Channel;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sends what waits for one Slack channel, the key of the job: one message in each run, the next run after the channel's interval.
 * Messages to one channel go out one after the other, by whichever replica holds the job.
 */
final class SlackDelivery implements JobHandler {

    private final SlackQueue queue;
    private final Webhooks webhooks;
    private final SlackGate gate;
    private final Links links;

    SlackDelivery(SlackQueue queue, Webhooks webhooks, SlackGate gate, Links links) {
        this.queue = queue;
        this.webhooks = webhooks;
        this.gate = gate;
        this.links = links;
    }

    @Override
    public String kind() {
        return Channel.SLACK.word();
    }

    @Override
    public Consumer<Outcomes> run(Job job) {
        var target = job.key();
        queue.awaitTurn(target);
        var due = queue.due(target);
        if (due.isEmpty()) {
            return _ -> {};
        }
        var webhook = webhooks.address(target);
        if (webhook.isEmpty()) {
            return queue.settle(target, due, Delivery.suppressed(Webhooks.missing(target)));
        }
        return switch (gate.post(target, webhook.get(), message(due))) {
            case Answer.Accepted() -> queue.settle(target, due, Delivery.SENT);
            case Answer.Refused(var reason) -> queue.settle(target, due, Delivery.failed(reason));
            case Answer.Throttled(var wait) -> throw queue.tryAgain(target, due, wait, "Slack asks to wait");
            case Answer.Unavailable(var reason) -> throw queue.tryAgain(target, due, reason);
            case Answer.Spared(var wait, var reason) -> throw queue.putBack(target, wait, reason);
        };
    }

    private SlackMessage message(List<Notification> due) {
        return due.size() == 1 ? new Rendering(links).message(due.getFirst()) : new Digest(links).message(due);
    }
}
