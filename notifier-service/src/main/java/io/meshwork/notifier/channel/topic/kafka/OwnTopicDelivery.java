package io.meshwork.notifier.channel.topic.kafka;

import io.meshwork.messaging.BrokenInfrastructure;
import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.messaging.RetryJobLater;
import io.meshwork.messaging.kafka.Publisher;
import io.meshwork.notifier.announcement.Settlement;
import io.meshwork.notifier.channel.topic.OwnTopics;
import io.meshwork.notifier.channel.topic.TopicState;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.notification.Notification.Delivery;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.OwnTopic;
import io.meshwork.notifier.subscription.Subscriptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Writes what waits for the topic of one subscription, the key of the job, in the order of its decision. A job for each, and not the
 * outbox, so that a topic that is not there holds up nobody else.
 */
@Component
class OwnTopicDelivery implements JobHandler {

    private static final Logger log = LoggerFactory.getLogger(OwnTopicDelivery.class);

    private static final int AT_ONCE = 500;
    private static final int PARALLELISM = 16;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    /** Whoever makes the topic wakes this job. */
    private static final Duration WITHOUT_TOPIC = Duration.ofMinutes(1);

    private final Notifications notifications;
    private final Settlement settlement;
    private final Subscriptions subscriptions;
    private final OwnTopics topics;
    private final OwnTopicEncoder encoder;
    private final Publisher publisher;
    private final Links links;
    private final OwnTopicSettings settings;
    private final Clock clock;

    OwnTopicDelivery(
            Notifications notifications,
            Settlement settlement,
            Subscriptions subscriptions,
            OwnTopics topics,
            OwnTopicEncoder encoder,
            Publisher publisher,
            Links links,
            OwnTopicSettings settings,
            Clock clock) {
        this.notifications = notifications;
        this.settlement = settlement;
        this.subscriptions = subscriptions;
        this.topics = topics;
        this.encoder = encoder;
        this.publisher = publisher;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Channel.FEED.word();
    }

    @Override
    public int parallelism() {
        return PARALLELISM;
    }

    @Override
    public Consumer<Outcomes> run(Job job) {
        if (made(job).isEmpty()) {
            requireUnwanted(job);
        }
        var due = notifications.waiting(Channel.FEED, job.key(), clock.instant(), AT_ONCE);
        if (due.isEmpty()) {
            return _ -> {};
        }
        // looks again, since what was read may be for a subscription that was made anew, and whose topic goes first
        var topic = made(job);
        if (topic.isPresent()) {
            return publish(job, due, topic.get());
        }
        requireUnwanted(job);
        return settle(job, due, Delivery.suppressed("the subscription has no topic of its own any more"));
    }

    private Optional<TopicState> made(Job job) {
        return topics.find(job.key()).filter(TopicState::made);
    }

    private void requireUnwanted(Job job) {
        if (isWanted(job.key())) {
            throw new RetryJobLater(WITHOUT_TOPIC, "the topic of the subscription is not there yet");
        }
    }

    private boolean isWanted(String subscriptionId) {
        return subscriptions
                .find(subscriptionId)
                .filter(stored ->
                        stored.subscription().active() && stored.subscription().topic() != null)
                .isPresent();
    }

    private Consumer<Outcomes> publish(Job job, List<Notification> due, TopicState topic) {
        try {
            publisher.publish(due.stream().map(encoder::encode).toList());
            return outcomes -> {
                if (topic.unwritten() != null) {
                    topics.written(job.key(), null);
                }
                settle(job, due, Delivery.SENT).accept(outcomes);
            };
        } catch (BrokenInfrastructure e) {
            log.atWarn()
                    .addKeyValue("subscriptionId", job.key())
                    .addKeyValue("reason", e.getMessage())
                    .log("The topic of a subscription cannot be written to; looking at it, and trying again");
            var reason = "it cannot be written to, which is tried again every 5 seconds: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage();
            return outcomes -> {
                topics.written(job.key(), reason);
                outcomes.enqueue(
                        job.cause(),
                        OwnTopic.JOB,
                        job.key(),
                        "",
                        clock.instant().plus(settings.retry()));
                goOn(job, outcomes, AFTER_FAILURE);
            };
        }
    }

    private Consumer<Outcomes> settle(Job job, List<Notification> due, Delivery delivery) {
        return outcomes -> {
            settlement.end(due, delivery, new OutcomePublications(outcomes, links));
            if (due.size() == AT_ONCE) {
                goOn(job, outcomes, Duration.ZERO);
            }
        };
    }

    private void goOn(Job job, Outcomes outcomes, Duration pause) {
        outcomes.enqueue(job.cause(), kind(), job.key(), "", clock.instant().plus(pause));
    }
}
