package io.meshwork.notifier.channel.topic.kafka;

import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.channel.topic.OwnTopics;
import io.meshwork.notifier.channel.topic.TopicBroker;
import io.meshwork.notifier.channel.topic.TopicBroker.Answer;
import io.meshwork.notifier.channel.topic.TopicBroker.Wanted;
import io.meshwork.notifier.channel.topic.TopicState;
import io.meshwork.notifier.channel.topic.TopicStep;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.OwnTopic;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscription;
import io.meshwork.notifier.subscription.Subscriptions;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/**
 * Makes the topic of a subscription, the key of the job, as the subscription wants it, and deletes it in its time. What the broker
 * does not do now is tried again for as long as it is wanted; meanwhile what the subscription is told waits in the database.
 */
@Component
class OwnTopicJob implements JobHandler {

    private static final Logger log = LoggerFactory.getLogger(OwnTopicJob.class);

    private static final Duration WHILE_AWAY = Duration.ofSeconds(5);
    /** What was changed on the broker by hand is mended then, and a schema that has evolved is registered. */
    private static final Duration WHILE_ALL_IS_WELL = Duration.ofDays(1);

    private final Subscriptions subscriptions;
    private final OwnTopics topics;
    private final TopicBroker broker;
    private final OwnTopicSettings settings;
    private final Clock clock;

    OwnTopicJob(
            Subscriptions subscriptions, OwnTopics topics, TopicBroker broker, OwnTopicSettings settings, Clock clock) {
        this.subscriptions = subscriptions;
        this.topics = topics;
        this.broker = broker;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return OwnTopic.JOB;
    }

    @Override
    public Consumer<Outcomes> run(Job job) {
        var subscription =
                subscriptions.find(job.key()).map(Stored::subscription).orElse(null);
        var state = topics.find(job.key()).orElse(null);
        return switch (TopicStep.of(subscription, state, clock.instant())) {
            case TopicStep.Nothing() -> _ -> {};
            case TopicStep.Make(var wanted, var topic) -> made(job, wanted, topic, state);
            case TopicStep.Keep(var kept, var end) ->
                outcomes -> {
                    topics.save(kept.until(end));
                    outcomes.enqueue(job.cause(), kind(), job.key(), "", end);
                };
            case TopicStep.Delete(var old) -> deleted(job, old);
            case TopicStep.Forget _ -> forgotten(job);
        };
    }

    private Consumer<Outcomes> made(Job job, Subscription wanted, OwnTopic topic, @Nullable TopicState before) {
        var answer = make(wanted, topic, before);
        var state = state(wanted, topic, before, answer);
        if (before == null || !state.equals(before)) {
            log.atLevel(state.trouble() == null ? Level.INFO : Level.WARN)
                    .addKeyValue("subscriptionId", job.key())
                    .addKeyValue("made", state.made())
                    .addKeyValue("rights", state.rights())
                    .addKeyValue("trouble", state.trouble())
                    .log("The topic of a subscription has changed");
        }
        return outcomes -> {
            topics.save(state);
            outcomes.enqueue(job.cause(), kind(), job.key(), "", clock.instant().plus(pause(answer)));
            if (state.made()) {
                wake(job, outcomes);
            }
        };
    }

    private Answer make(Subscription wanted, OwnTopic topic, @Nullable TopicState before) {
        var isOurs = before != null && before.made();
        if (!isOurs && topics.others(wanted.subscriber(), wanted.id()) >= settings.perTeam()) {
            return new Answer.Refused("the team " + wanted.subscriber() + " has " + settings.perTeam()
                    + " topics already, as many as it may (mesh.own-topics.per-team); end another such subscription, and"
                    + " wait until the retention of its topic has passed");
        }
        return broker.make(new Wanted(wanted.id(), topic.retention(), topic.reader(), isOurs));
    }

    private static TopicState state(Subscription wanted, OwnTopic topic, @Nullable TopicState before, Answer answer) {
        var unmade = before == null
                ? new TopicState(wanted.id(), wanted.subscriber(), topic.retention(), false, null, null, null)
                : before.until(null);
        return switch (answer) {
            case Answer.Done(var rights, var note) ->
                new TopicState(wanted.id(), wanted.subscriber(), topic.retention(), true, rights, note, null);
            case Answer.Refused(var reason) -> unmade.withTrouble(reason);
            case Answer.Away(var reason) -> unmade.withTrouble(reason);
        };
    }

    private Duration pause(Answer answer) {
        return switch (answer) {
            case Answer.Done(var _, var note) -> note == null ? WHILE_ALL_IS_WELL : settings.retry();
            case Answer.Refused _ -> settings.retry();
            case Answer.Away _ -> WHILE_AWAY;
        };
    }

    private Consumer<Outcomes> deleted(Job job, TopicState old) {
        var answer = broker.delete(job.key());
        return switch (answer) {
            case Answer.Done _ -> forgotten(job);
            case Answer.Refused(var reason) -> later(job, old.withTrouble(reason), answer);
            case Answer.Away(var reason) -> later(job, old.withTrouble(reason), answer);
        };
    }

    private Consumer<Outcomes> later(Job job, TopicState state, Answer answer) {
        return outcomes -> {
            topics.save(state);
            outcomes.enqueue(job.cause(), kind(), job.key(), "", clock.instant().plus(pause(answer)));
        };
    }

    /** What still waits for it will not be sent. */
    private Consumer<Outcomes> forgotten(Job job) {
        return outcomes -> {
            topics.remove(job.key());
            wake(job, outcomes);
        };
    }

    private void wake(Job job, Outcomes outcomes) {
        outcomes.enqueue(job.cause(), Channel.FEED.word(), job.key(), "", clock.instant());
    }
}
