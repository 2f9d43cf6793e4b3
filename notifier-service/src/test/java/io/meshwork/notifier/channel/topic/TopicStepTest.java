package io.meshwork.notifier.channel.topic;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.channel.topic.TopicStep.Begin;
import io.meshwork.notifier.channel.topic.TopicStep.Delete;
import io.meshwork.notifier.channel.topic.TopicStep.Keep;
import io.meshwork.notifier.channel.topic.TopicStep.Make;
import io.meshwork.notifier.channel.topic.TopicStep.Mark;
import io.meshwork.notifier.channel.topic.TopicStep.Nothing;
import io.meshwork.notifier.schedule.Schedule;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Filter;
import io.meshwork.notifier.subscription.OwnTopic;
import io.meshwork.notifier.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopicStepTest {

    private static final OwnTopic TOPIC = new OwnTopic(Duration.ofDays(30), "sales-app");
    private static final Instant END = NOW.plus(Duration.ofDays(30));

    @Test
    void makesWhatASubscriptionWantsWhateverThereIs() {
        var wanted = subscription(TOPIC, true);

        assertThat(TopicStep.of(wanted, null, NOW)).isEqualTo(new Begin(state(false, null)));
        for (var state : List.of(state(false, null), state(true, null), state(true, NOW))) {
            assertThat(TopicStep.of(wanted, state, NOW)).isEqualTo(new Make(wanted, TOPIC, state));
        }
    }

    @Test
    void keepsItForItsRetentionWhenItsSubscriptionHasEndedOrWantsNone() {
        for (var left : new @Nullable Subscription[] {subscription(TOPIC, false), subscription(null, true), null}) {
            var state = state(true, null);
            assertThat(TopicStep.of(left, state, NOW)).isEqualTo(new Keep(state, END));
            var kept = state(true, END);
            assertThat(TopicStep.of(left, kept, END.minusMillis(1))).isEqualTo(new Keep(kept, END));
            assertThat(TopicStep.of(left, kept, END)).isEqualTo(new Mark(kept));
        }
    }

    @Test
    void deletesWhatIsMarkedWhoeverWantsItMeanwhile() {
        var going = state(true, END).going(END);

        assertThat(TopicStep.of(subscription(TOPIC, true), going, NOW)).isEqualTo(new Delete(going));
        assertThat(TopicStep.of(null, going, NOW)).isEqualTo(new Delete(going));
    }

    @Test
    void keepsNothingThatWasNeverMade() {
        var state = state(false, null);

        assertThat(TopicStep.of(subscription(TOPIC, false), state, NOW)).isEqualTo(new Mark(state));
        assertThat(TopicStep.of(subscription(null, true), null, NOW)).isEqualTo(new Nothing());
    }

    @Test
    void noIdLeadsToTheNameOrTheGroupsOfAnother() {
        var names = new TopicNames("mesh");

        assertThat(names.topic("a")).isEqualTo("mesh.product.updates.a.v1");
        assertThat(names.groups("ab")).doesNotStartWith(names.groups("a"));
        assertThat("mesh.notifier").doesNotStartWith(names.groups("notifier"));
    }

    private static TopicState state(boolean made, @Nullable Instant deleteAt) {
        return new TopicState("orders", "sales", Duration.ofDays(30), made, null, null, null, deleteAt);
    }

    private static Subscription subscription(@Nullable OwnTopic topic, boolean active) {
        return new Subscription(
                "orders", "sales", null, Filter.ALL, Channel.FEED, null, active, false, null, Schedule.AT_ONCE, topic);
    }
}
