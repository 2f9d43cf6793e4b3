package io.meshwork.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.messaging.testkit.TestPlatform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mesh watches itself, on a real broker. */
class PlatformFlowTest {

    private static final Duration SOON = TestPlatform.PATIENCE;

    private static TestPlatform platform;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        platform = TestPlatform.fresh();
        service = NotifierService.start(
                platform.args("notifier", "--mesh.platform.interval=1s", "--mesh.platform.stuck-after=2s"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** The policy service is not there, but once was: it has read the topic from its beginning. */
    @Test
    void tellsOpsOfAServiceThatStandsStillAndThatItGoesOn() throws Exception {
        var topic = platform.topic("product.published");
        for (int i = 0; i < 8; i++) {
            platform.send("product.published", "cart.p" + i, Events.published("cart.p" + i));
        }
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", TestPlatform.brokers()))) {
            commit(admin, topic, 0);
            await().atMost(SOON).until(() -> states().contains("policy of product.published stands still: open"));

            commit(admin, topic, 8);
            await().atMost(SOON).until(() -> states().contains("policy of product.published stands still: resolved"));
        }

        assertThat(states()).hasSize(1);
        assertThat(service.getBean(JdbcClient.class)
                        .sql("select count(*) from notification where kind = 'consumer_stuck'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private static List<String> states() {
        return service.getBean(JdbcClient.class)
                .sql("select headline || ': ' || state from incident")
                .query(String.class)
                .list();
    }

    private static void commit(Admin admin, String topic, long offset) throws Exception {
        var partitions = admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions();
        for (var partition : partitions) {
            var at = new TopicPartition(topic, partition.partition());
            admin.alterConsumerGroupOffsets(platform.mesh() + ".policy", Map.of(at, new OffsetAndMetadata(offset)))
                    .all()
                    .get();
        }
    }
}
