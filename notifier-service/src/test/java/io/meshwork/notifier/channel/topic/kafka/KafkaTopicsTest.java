package io.meshwork.notifier.channel.topic.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.channel.topic.Rights;
import io.meshwork.notifier.channel.topic.TopicBroker.Answer;
import io.meshwork.notifier.channel.topic.TopicBroker.Wanted;
import io.meshwork.notifier.channel.topic.TopicNames;
import io.meshwork.schemas.topics.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** On a broker that asks nobody. */
class KafkaTopicsTest {

    private static final TestPlatform TEST = TestPlatform.shared();
    private static final Platform PLATFORM = connect(TestPlatform.brokers());

    private final TopicNames names = new TopicNames(TEST.mesh());
    private final KafkaTopics topics = topics(TestPlatform.brokers());

    @AfterAll
    static void close() {
        PLATFORM.close();
    }

    @Test
    void makesATopicWithTheSchemaOfTheFeedAndSaysThatEverybodyMayReadIt() throws Exception {
        assertThat(topics.make(wanted("plain", Duration.ofDays(30), false), () -> {}))
                .isEqualTo(new Answer.Done(Rights.NO_AUTHORIZER, null));

        assertThat(retention("plain")).isEqualTo(Duration.ofDays(30));
        var feed = PLATFORM.registry().getLatestSchemaMetadata(TEST.topic("product.updates") + "-value");
        assertThat(PLATFORM.registry()
                        .getLatestSchemaMetadata(names.subject("plain"))
                        .getSchema())
                .isEqualTo(feed.getSchema());
    }

    @Test
    void changesTheRetention() throws Exception {
        topics.make(wanted("longer", Duration.ofDays(1), false), () -> {});

        topics.make(wanted("longer", Duration.ofDays(90), true), () -> {});

        assertThat(retention("longer")).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void leavesATopicAloneThatSomebodyElseHasWrittenTo() {
        topics.make(wanted("others", Duration.ofDays(1), false), () -> {});
        assertThat(topics.make(wanted("others", Duration.ofDays(1), false), () -> {}))
                .as("made before a crash, and empty")
                .isInstanceOf(Answer.Done.class);
        TEST.sendRaw("product.updates.others", "k", new byte[] {1}, Map.of());

        assertThat(topics.make(wanted("others", Duration.ofDays(1), false), () -> {}))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.reason()).contains("did not write", "another id"));
        assertThat(topics.make(wanted("others", Duration.ofDays(1), true), () -> {}))
                .isInstanceOf(Answer.Done.class);
        topics.delete("others", false, () -> {
            throw new AssertionError("nothing of it goes");
        });
    }

    @Test
    void deletesWhatIsThereAndWhatIsNot() throws Exception {
        topics.make(wanted("short", Duration.ofDays(1), false), () -> {});

        assertThat(topics.delete("short", false, () -> {})).isInstanceOf(Answer.Done.class);
        assertThat(topics.delete("short", true, () -> {})).isInstanceOf(Answer.Done.class);

        assertThat(PLATFORM.registry().getAllSubjects()).doesNotContain(names.subject("short"));
        await().atMost(TestPlatform.PATIENCE)
                .until(() -> !PLATFORM.admin().listTopics().names().get().contains(names.topic("short")));
    }

    @Test
    void tellsABrokerThatIsAwayFromOneThatRefuses() {
        assertThat(topics("127.0.0.1:1").make(wanted("away", Duration.ofDays(1), false), () -> {}))
                .isInstanceOf(Answer.Away.class);
    }

    private Duration retention(String id) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, names.topic(id));
        var settings = PLATFORM.admin().describeConfigs(List.of(topic)).all().get();
        return Duration.ofMillis(
                Long.parseLong(settings.get(topic).get("retention.ms").value()));
    }

    private KafkaTopics topics(String brokers) {
        return new KafkaTopics(names, (short) -1, () -> connect(brokers));
    }

    private static Platform connect(String brokers) {
        return Platform.connect(
                brokers, TEST.registry(), Map.of("default.api.timeout.ms", 2_000, "request.timeout.ms", 1_500));
    }

    private static Wanted wanted(String id, Duration retention, boolean isOurs) {
        return new Wanted(id, retention, "sales-app", isOurs);
    }
}
