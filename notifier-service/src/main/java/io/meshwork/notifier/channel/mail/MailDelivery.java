package io.meshwork.notifier.channel.mail;

import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.messaging.RetryJobLater;
import io.meshwork.notifier.notification.Notification.Delivery;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.telling.Agenda;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due for one address, the key of the job, as one mail; the next one after the address's interval. */
final class MailDelivery implements JobHandler {

    private static final Logger log = LoggerFactory.getLogger(MailDelivery.class);
    private static final Duration AFTER_INTERRUPTION = Duration.ofSeconds(1);

    private final MailQueue queue;
    private final Recipients recipients;
    private final MailPost post;
    private final int parallelism;

    MailDelivery(MailQueue queue, Recipients recipients, MailPost post, int parallelism) {
        this.queue = queue;
        this.recipients = recipients;
        this.post = post;
        this.parallelism = parallelism;
    }

    @Override
    public String kind() {
        return Channel.EMAIL.word();
    }

    @Override
    public int parallelism() {
        return parallelism;
    }

    @Override
    public Consumer<Outcomes> run(Job job) {
        var address = job.key();
        queue.awaitTurn(address);
        var agenda = queue.agenda(address);
        var items = agenda.items();
        if (items.isEmpty()) {
            return queue.settle(agenda);
        }
        var obstacle = recipients.obstacle(address);
        if (obstacle.isPresent()) {
            return queue.suppress(agenda, Agenda.all(items), obstacle.get());
        }
        var unwanted = queue.unwanted(agenda);
        if (!unwanted.isEmpty()) {
            return queue.suppress(agenda, unwanted, "the subscription was paused or has ended before it was due");
        }
        return settle(agenda, post.send(address, Agenda.told(items)));
    }

    private Consumer<Outcomes> settle(Agenda agenda, Answer answer) {
        giveBackIfInterrupted();
        return switch (answer) {
            case Answer.Accepted() -> queue.settle(agenda, Delivery.SENT);
            case Answer.Refused(var reason) -> queue.settle(agenda, Delivery.failed(reason));
            case Answer.Deferred(var reason) -> queue.deferred(agenda, reason);
            case Answer.Unavailable(var reason) -> {
                log.atWarn().addKeyValue("reason", reason).log("A mail cannot be sent now; trying again later");
                throw queue.tryAgain(agenda, reason);
            }
            case Answer.Spared(var wait, var reason) -> throw queue.putBack(agenda.target(), wait, reason);
        };
    }

    /** What a stop of the replica broke says nothing about the server. */
    private static void giveBackIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new RetryJobLater(AFTER_INTERRUPTION, "the replica stops");
        }
    }
}
