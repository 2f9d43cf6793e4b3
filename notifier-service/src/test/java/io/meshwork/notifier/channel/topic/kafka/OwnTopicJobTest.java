package io.meshwork.notifier.channel.topic.kafka;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.messaging.Job;
import io.meshwork.messaging.RetryJobLater;
import io.meshwork.notifier.Given;
import io.meshwork.notifier.channel.topic.Rights;
import io.meshwork.notifier.channel.topic.TopicBroker;
import io.meshwork.notifier.channel.topic.TopicState;
import io.meshwork.notifier.subscription.OneSubscription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnTopicJobTest {

    private static final Job JOB =
            new Job("own-topic", "orders", "", 0, Given.origin("asked").cause());

    private final OneSubscription subscription = OneSubscription.toItsOwnTopic();
    private final KeptTopics topics = new KeptTopics();
    private final Broker broker = new Broker();
    private final OwnTopicJob job = new OwnTopicJob(
            subscription,
            topics,
            broker,
            new OwnTopicSettings(20, Duration.ofMinutes(1), (short) -1),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void notesThatItBeginsBeforeTheBrokerIsAsked() {
        assertThat(run()).containsExactly("own-topic PT0S");

        assertThat(broker.done).isEmpty();
        assertThat(state()).isEqualTo(state(false, null));
    }

    @Test
    void deletesWhatTheBrokerMayHaveAlthoughItWasNeverMade() {
        broker.answer = new TopicBroker.Answer.Away("the schema registry does not answer");
        run();
        run();
        subscription.active(false);
        broker.answer = new TopicBroker.Answer.Done(Rights.NOBODY, null);

        run();
        run();

        assertThat(broker.done).containsExactly("made", "deleted when it is empty");
        assertThat(topics.find("orders")).isEmpty();
    }

    @Test
    void keepsWhatIsWantedAnewBeforeItIsMarked() {
        subscription.active(false);
        topics.save(state(true, NOW));
        var decision = job.run(JOB);
        subscription.active(true);

        var outcomes = new AskedJobs();
        decision.accept(outcomes);

        assertThat(state()).isEqualTo(state(true, NOW));
        assertThat(outcomes.asked()).containsExactly("own-topic PT0S");
        run();
        assertThat(state()).isEqualTo(state(true, null));
        assertThat(broker.done).containsExactly("made");
    }

    @Test
    void deletesWhatIsMarkedBeforeItMakesItAnew() {
        subscription.active(false);
        topics.save(state(true, NOW));
        run();
        subscription.active(true);
        assertThat(state().made()).as("deliveries wait").isFalse();

        run();
        assertThat(topics.find("orders")).isEmpty();
        run();
        run();

        assertThat(broker.done).containsExactly("deleted", "made");
        assertThat(state()).isEqualTo(state(true, null));
    }

    @Test
    void deletesAgainWhatWasInterrupted() {
        subscription.active(false);
        topics.save(state(true, NOW));
        run();
        job.run(JOB);

        run();

        assertThat(broker.done).containsExactly("deleted", "deleted");
        assertThat(topics.find("orders")).isEmpty();
    }

    @Test
    void deletesNothingThatAnotherReplicaHasMadeAnew() {
        topics.save(state(true, NOW).going(NOW));
        broker.meanwhile = () -> topics.save(state(true, null));

        assertThatThrownBy(() -> job.run(JOB)).isInstanceOf(RetryJobLater.class);

        assertThat(broker.done).isEmpty();
    }

    @Test
    void makesNothingThatAnotherReplicaHasDeleted() {
        topics.save(state(true, null));
        broker.meanwhile = () -> topics.remove("orders");
        assertThatThrownBy(() -> job.run(JOB)).isInstanceOf(RetryJobLater.class);

        topics.save(state(true, null));
        broker.meanwhile = () -> topics.save(state(true, NOW).going(NOW));
        assertThatThrownBy(() -> job.run(JOB)).isInstanceOf(RetryJobLater.class);

        assertThat(broker.done).isEmpty();
    }

    @Test
    void looksEveryHourAtWhatOnlyOperatorsCanMendAndWakesTheDeliveryOnce() {
        broker.answer = new TopicBroker.Answer.Done(Rights.WITHHELD, "grant it yourself");
        run();

        assertThat(run()).containsExactly("own-topic PT1H", "feed PT0S");
        assertThat(run()).containsExactly("own-topic PT1H");
    }

    private List<String> run() {
        var outcomes = new AskedJobs();
        job.run(JOB).accept(outcomes);
        return outcomes.asked();
    }

    private TopicState state() {
        return topics.find("orders").orElseThrow();
    }

    private static TopicState state(boolean made, @Nullable Instant deleteAt) {
        return new TopicState(
                "orders", "sales", Duration.ofDays(30), made, made ? Rights.GRANTED : null, null, null, deleteAt);
    }

    private static final class Broker implements TopicBroker {

        private final List<String> done = new ArrayList<>();
        private Answer answer = new Answer.Done(Rights.GRANTED, null);
        private Runnable meanwhile = () -> {};

        @Override
        public Answer make(Wanted wanted, Runnable check) {
            meanwhile.run();
            check.run();
            done.add("made");
            return answer;
        }

        @Override
        public Answer delete(String subscriptionId, boolean isOurs, Runnable check) {
            meanwhile.run();
            check.run();
            done.add(isOurs ? "deleted" : "deleted when it is empty");
            return answer;
        }
    }
}
