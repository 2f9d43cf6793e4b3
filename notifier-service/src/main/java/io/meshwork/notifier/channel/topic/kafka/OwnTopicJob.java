package io.meshwork.notifier.channel.topic.kafka;

import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.messaging.RetryJobLater;
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
import java.time.Instant;
import java.util.function.Consumer;
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
    /** What only operators can mend, such as rights that are not the mesh's to grant. */
    private static final Duration WHILE_OTHERS_SEE_TO_IT = Duration.ofHours(1);
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
        return switch (step(job)) {
            case TopicStep.Nothing() -> _ -> {};
            case TopicStep.Begin(var state) -> saved(job, state, Duration.ZERO);
            case TopicStep.Make(var wanted, var topic, var before) -> made(job, wanted, topic, before);
            case TopicStep.Keep(var kept, var end) ->
                outcomes -> {
                    topics.save(kept.until(end));
                    goOn(job, outcomes, end);
                };
            case TopicStep.Mark _ -> marked(job);
            case TopicStep.Delete(var old) -> deleted(job, old);
        };
    }

    private TopicStep step(Job job) {
        var subscription =
                subscriptions.find(job.key()).map(Stored::subscription).orElse(null);
        return TopicStep.of(subscription, topics.find(job.key()).orElse(null), clock.instant());
    }

    private Consumer<Outcomes> made(Job job, Subscription wanted, OwnTopic topic, TopicState before) {
        var answer = make(job, wanted, topic, before);
        var state = state(wanted, topic, before, answer);
        if (!state.equals(before)) {
            log.atLevel(state.trouble() == null ? Level.INFO : Level.WARN)
                    .addKeyValue("subscriptionId", job.key())
                    .addKeyValue("made", state.made())
                    .addKeyValue("rights", state.rights())
                    .addKeyValue("trouble", state.trouble())
                    .log("The topic of a subscription has changed");
        }
        return outcomes -> {
            saved(job, state, pause(answer)).accept(outcomes);
            if (state.made() && !before.made()) {
                wake(job, outcomes);
            }
        };
    }

    private Answer make(Job job, Subscription wanted, OwnTopic topic, TopicState before) {
        if (!before.made() && topics.others(wanted.subscriber(), wanted.id()) >= settings.perTeam()) {
            return new Answer.Refused("the team " + wanted.subscriber() + " has " + settings.perTeam()
                    + " topics already, as many as it may (mesh.own-topics.per-team); end another such subscription, and"
                    + " wait until the retention of its topic has passed");
        }
        return broker.make(
                new Wanted(wanted.id(), topic.retention(), topic.reader(), before.made()), () -> requireStanding(job));
    }

    private static TopicState state(Subscription wanted, OwnTopic topic, TopicState before, Answer answer) {
        return switch (answer) {
            case Answer.Done(var rights, var note) ->
                new TopicState(
                        wanted.id(),
                        wanted.subscriber(),
                        topic.retention(),
                        true,
                        rights,
                        note,
                        before.unwritten(),
                        null);
            case Answer.Refused(var reason) -> before.until(null).withTrouble(reason);
            case Answer.Away(var reason) -> before.until(null).withTrouble(reason);
        };
    }

    private Duration pause(Answer answer) {
        return switch (answer) {
            case Answer.Done(var _, var note) -> note == null ? WHILE_ALL_IS_WELL : WHILE_OTHERS_SEE_TO_IT;
            case Answer.Refused _ -> settings.retry();
            case Answer.Away _ -> WHILE_AWAY;
        };
    }

    /**
     * Looks again: whoever changes the subscription asks for this job in the same transaction, and so has either ended by now, or
     * waits for the end of this one, finds it going, and gets it anew.
     */
    private Consumer<Outcomes> marked(Job job) {
        return outcomes -> {
            if (step(job) instanceof TopicStep.Mark(var state)) {
                topics.save(state.going(clock.instant()));
            }
            goOn(job, outcomes, clock.instant());
        };
    }

    private Consumer<Outcomes> deleted(Job job, TopicState old) {
        var answer = broker.delete(job.key(), old.wasMade(), () -> requireGoing(job));
        return switch (answer) {
            case Answer.Done _ -> forgotten(job);
            case Answer.Refused(var reason) -> saved(job, old.withTrouble(reason), pause(answer));
            case Answer.Away(var reason) -> saved(job, old.withTrouble(reason), pause(answer));
        };
    }

    /** Whoever has lost the job to another replica, which has deleted the topic, must not leave one that nobody knows of. */
    private void requireStanding(Job job) {
        if (topics.find(job.key()).filter(state -> !state.isGoing()).isEmpty()) {
            throw new RetryJobLater(settings.retry(), "the topic of the subscription is not to be made any more");
        }
    }

    /** Whoever has lost the job to another replica, which has deleted the topic and may have made it anew, must not do so again. */
    private void requireGoing(Job job) {
        if (topics.find(job.key()).filter(TopicState::isGoing).isEmpty()) {
            throw new RetryJobLater(settings.retry(), "the topic of the subscription is not to be deleted any more");
        }
    }

    private Consumer<Outcomes> saved(Job job, TopicState state, Duration pause) {
        return outcomes -> {
            topics.save(state);
            goOn(job, outcomes, clock.instant().plus(pause));
        };
    }

    /** What still waits for it will not be sent, unless it is wanted anew. */
    private Consumer<Outcomes> forgotten(Job job) {
        return outcomes -> {
            topics.remove(job.key());
            goOn(job, outcomes, clock.instant());
            wake(job, outcomes);
        };
    }

    private void goOn(Job job, Outcomes outcomes, Instant due) {
        outcomes.enqueue(job.cause(), kind(), job.key(), "", due);
    }

    private void wake(Job job, Outcomes outcomes) {
        outcomes.enqueue(job.cause(), Channel.FEED.word(), job.key(), "", clock.instant());
    }
}
