package io.meshwork.notifier.channel.topic;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.channel.topic.TopicStep.Delete;
import io.meshwork.notifier.channel.topic.TopicStep.Forget;
import io.meshwork.notifier.channel.topic.TopicStep.Keep;
import io.meshwork.notifier.channel.topic.TopicStep.Make;
import io.meshwork.notifier.channel.topic.TopicStep.Nothing;
import io.meshwork.notifier.schedule.Schedule;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Filter;
import io.meshwork.notifier.subscription.OwnTopic;
import io.meshwork.notifier.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopicStepTest {

    private static final OwnTopic TOPIC = new OwnTopic(Duration.ofDays(30), "sales-app");
    private static final Instant END = NOW.plus(Duration.ofDays(30));

    @Test
    void makesWhatASubscriptionWantsWhateverThereIs() {
        var wanted = subscription(TOPIC, true);

        assertThat(TopicStep.of(wanted, null, NOW)).isEqualTo(new Make(wanted, TOPIC));
        assertThat(TopicStep.of(wanted, state(true, null), NOW)).isEqualTo(new Make(wanted, TOPIC));
        assertThat(TopicStep.of(wanted, state(true, NOW), NOW)).isEqualTo(new Make(wanted, TOPIC));
    }

    @Test
    void keepsItForItsRetentionWhenItsSubscriptionHasEndedOrWantsNone() {
        for (var left : new @Nullable Subscription[] {subscription(TOPIC, false), subscription(null, true), null}) {
            var state = state(true, null);
            assertThat(TopicStep.of(left, state, NOW)).isEqualTo(new Keep(state, END));
            var kept = state(true, END);
            assertThat(TopicStep.of(left, kept, END.minusMillis(1))).isEqualTo(new Keep(kept, END));
            assertThat(TopicStep.of(left, kept, END)).isEqualTo(new Delete(kept));
        }
    }

    @Test
    void forgetsWhatWasNeverMade() {
        var state = state(false, null);

        assertThat(TopicStep.of(subscription(TOPIC, false), state, NOW)).isEqualTo(new Forget(state));
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
        return new TopicState("orders", "sales", Duration.ofDays(30), made, null, null, deleteAt);
    }

    private static Subscription subscription(@Nullable OwnTopic topic, boolean active) {
        return new Subscription(
                "orders", "sales", null, Filter.ALL, Channel.FEED, null, active, false, null, Schedule.AT_ONCE, topic);
    }
}
