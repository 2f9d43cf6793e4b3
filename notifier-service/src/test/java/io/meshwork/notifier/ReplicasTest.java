package io.meshwork.notifier;

import static io.meshwork.messaging.testkit.TestPlatform.header;
import static io.meshwork.notifier.Events.evaluated;
import static io.meshwork.notifier.Events.listing;
import static io.meshwork.notifier.Events.published;
import static io.meshwork.notifier.Events.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.NotificationDelivery;
import io.meshwork.events.ProductUpdate;
import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.channel.slack.SlackStandIn;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One decision for each event and subscription, whatever the number of replicas and whatever breaks. */
class ReplicasTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int PRODUCTS = 200;

    private final TestPlatform platform = TestPlatform.fresh();
    private final SlackStandIn slack = SlackStandIn.start();
    private final ConfigurableApplicationContext one = start();
    private final ConfigurableApplicationContext two = start();

    @AfterEach
    void stop() {
        one.close();
        two.close();
        slack.close();
    }

    @Test
    void tellsEachSubscriberOfEachEventOnce() {
        for (int i = 0; i < PRODUCTS; i++) {
            tell("cart.p" + i);
        }

        everyEventWasToldOnce();
    }

    @Test
    void tellsEachSubscriberOnceThoughConnectionsBreakAndAReplicaLeaves() {
        for (int i = 0; i < PRODUCTS; i++) {
            tell("cart.p" + i);
            if (i % 50 == 25) {
                breakConnections();
            }
            if (i == PRODUCTS / 2) {
                two.close();
            }
        }

        everyEventWasToldOnce();
    }

    /** Verdicts are sent before their publication, so that some of them are parked. */
    private void tell(String product) {
        platform.send("policy.evaluated", product, evaluated(product, 1, "violated"));
        platform.send("product.published", product, published(product));
        platform.send("quality.scored", product, scored(product, 1, "passed"));
        platform.send("product.listing", product, listing(product, 2, "blocked"));
    }

    private void everyEventWasToldOnce() {
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(count("select count(*) from notification where state = 'sent'"))
                        .isEqualTo(PRODUCTS * 9));
        assertThat(count("select count(*) from notification")).isEqualTo(PRODUCTS * 9);
        assertThat(count("select count(distinct id) from notification")).isEqualTo(PRODUCTS * 9);
        await().atMost(SOON).until(() -> count("select count(*) from outbox_batch where published_at is null") == 0);

        var updates = platform.read("product.updates", ProductUpdate.class, PRODUCTS * 4, SOON);
        assertThat(distinctIds(updates)).isEqualTo(PRODUCTS * 4);
        assertThat(updatesByProductAndKind(updates)).hasSize(PRODUCTS * 4);
        var deliveries = platform.read("notification.delivery", NotificationDelivery.class, PRODUCTS * 9, SOON);
        assertThat(distinctIds(deliveries)).isEqualTo(PRODUCTS * 9);
        assertThat(deliveries.stream()
                        .map(delivery -> delivery.value().getNotificationId())
                        .distinct())
                .hasSize(PRODUCTS * 9);
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> count("select count(position) from product_update") == PRODUCTS * 4);
        assertThat(count("select max(position) from product_update")).isEqualTo(PRODUCTS * 4);
        // A connection that broke between handling and removal leaves the row to the next lease, 20 s later.
        await().atMost(SOON).until(() -> count("select count(*) from parked_event") == 0);
    }

    private static long distinctIds(List<? extends ConsumerRecord<?, ?>> records) {
        return records.stream()
                .map(record -> header(record, "ce_id"))
                .distinct()
                .count();
    }

    /** The ids of the records about each product and kind; a repeated publication keeps its id. */
    private static Map<String, String> updatesByProductAndKind(List<ConsumerRecord<String, ProductUpdate>> updates) {
        var ids = new HashMap<String, String>();
        for (var update : updates) {
            var before = ids.put(update.key() + " " + update.value().getKind(), header(update, "ce_id"));
            assertThat(before).isIn(null, header(update, "ce_id"));
        }
        return ids;
    }

    private void breakConnections() {
        one.getBean(JdbcClient.class).sql("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()""").query(Integer.class).single();
    }

    private int count(String query) {
        return one.getBean(JdbcClient.class).sql(query).query(Integer.class).single();
    }

    private ConfigurableApplicationContext start() {
        return NotifierService.start(platform.args(
                "notifier",
                "--mesh.notifications.subscribe-by-contract=false",
                "--mesh.slack.webhook-url=" + slack.webhook(),
                "--mesh.incidents.group-wait=0s",
                "--mesh.incidents.domain-threshold=0",
                "--mesh.slack.interval=50ms"));
    }
}
