package io.meshwork.notifier.channel.topic.kafka;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.messaging.Identity;
import io.meshwork.messaging.Job;
import io.meshwork.messaging.RetryJobLater;
import io.meshwork.messaging.kafka.EncodedRecord;
import io.meshwork.messaging.kafka.Publisher;
import io.meshwork.notifier.Given;
import io.meshwork.notifier.announcement.Settlement;
import io.meshwork.notifier.channel.topic.Rights;
import io.meshwork.notifier.channel.topic.TopicNames;
import io.meshwork.notifier.channel.topic.TopicState;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.subscription.OneSubscription;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

class OwnTopicDeliveryTest {

    private static final Job JOB =
            new Job("feed", "orders", "", 0, Given.origin("woken").cause());
    private static final TopicState MADE = new TopicState(
            "orders", "sales", Duration.ofDays(30), true, Rights.WITHHELD, "grant it yourself", null, null);

    private final OneSubscription subscription = OneSubscription.toItsOwnTopic();
    private final KeptTopics topics = new KeptTopics();

    @Test
    void readsNothingWhileTheTopicIsNotThere() {
        assertThatThrownBy(() -> delivery(() -> {
                            throw new AssertionError("nothing can be done with it");
                        })
                        .run(JOB))
                .isInstanceOf(RetryJobLater.class);
    }

    @Test
    void writesNothingThatWasReadWhileTheTopicIsDeletedAndMadeAnew() {
        topics.save(MADE.until(NOW));

        assertThatThrownBy(() -> delivery(() -> {
                            topics.save(MADE.until(NOW).going(NOW));
                            return List.of(waiting());
                        })
                        .run(JOB))
                .isInstanceOf(RetryJobLater.class);
    }

    @Test
    void saysThatTheTopicCannotBeWrittenToAndHasItLookedAtInItsTime() {
        topics.save(MADE);
        var outcomes = new AskedJobs();

        delivery(() -> List.of(waiting())).run(JOB).accept(outcomes);

        assertThat(topics.find("orders").orElseThrow().troubles())
                .startsWith("grant it yourself; it cannot be written to");
        assertThat(outcomes.asked()).containsExactly("own-topic PT1M", "feed PT5S");
    }

    private static Notification waiting() {
        return Given.waitingFor(
                "orders",
                News.of(Kind.PUBLISHED, Severity.INFO, "published"),
                About.ofProduct("cart.orders", "1.0.0", null, Given.orders().owner(), List.of()));
    }

    private OwnTopicDelivery delivery(Supplier<List<Notification>> waiting) {
        var notifications = notifications(waiting);
        var links = new Links(URI.create("http://catalog"), URI.create("http://notifier"));
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new OwnTopicDelivery(
                notifications,
                new Settlement(notifications, null, null, clock),
                subscription,
                topics,
                new Plain(links),
                new Publisher(nobodyListens()),
                links,
                new OwnTopicSettings(20, Duration.ofMinutes(1), (short) -1),
                clock);
    }

    private static Notifications notifications(Supplier<List<Notification>> waiting) {
        return (Notifications) Proxy.newProxyInstance(
                Notifications.class.getClassLoader(), new Class<?>[] {Notifications.class}, (_, method, _) -> {
                    assertThat(method.getName()).isEqualTo("waiting");
                    return waiting.get();
                });
    }

    private static KafkaTemplate<byte[], byte[]> nobodyListens() {
        return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", 100),
                new ByteArraySerializer(),
                new ByteArraySerializer()));
    }

    /** Without a registry. */
    private static final class Plain extends OwnTopicEncoder {

        Plain(Links links) {
            super(null, new TopicNames("mesh"), links);
        }

        @Override
        EncodedRecord encode(Notification notification) {
            return new EncodedRecord(Identity.of("record"), "own", "k", new byte[0], Map.of());
        }
    }
}
