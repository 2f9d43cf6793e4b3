package io.meshwork.notifier;

import static io.meshwork.messaging.testkit.TestPlatform.header;
import static io.meshwork.notifier.Events.evaluated;
import static io.meshwork.notifier.Events.listing;
import static io.meshwork.notifier.Events.published;
import static io.meshwork.notifier.Events.scored;
import static io.meshwork.notifier.Events.subscription;
import static io.meshwork.notifier.Events.undecided;
import static io.meshwork.notifier.Events.versionChanged;
import static io.meshwork.notifier.Events.waiverChanged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.NotificationDelivery;
import io.meshwork.events.ProductUpdate;
import io.meshwork.events.SubscriptionChanged;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.testkit.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From facts to the consumers' feed, on a real broker and a real database. */
class FeedFlowTest {

    private static final Duration SOON = TestPlatform.PATIENCE;

    private static TestPlatform platform;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        platform = TestPlatform.fresh();
        service = NotifierService.start(platform.args("notifier", "--mesh.notifications.subscribe-by-contract=false"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void tellsTheFeedOfAPublicationAndWhatBecameOfIt() {
        var id = platform.send("product.published", "cart.plain", published("cart.plain"));

        var update = updates("cart.plain", 1).getFirst();
        var event = Identity.of("/test", id);
        assertThat(update.value().getKind()).isEqualTo("published");
        assertThat(update.value().getSubscriptions()).containsExactly("everything", "marketing");
        assertThat(update.value().getLink()).isEqualTo("http://127.0.0.1:7080/products/cart.plain");
        assertThat(header(update, "ce_causationid")).isEqualTo(event.toString());
        assertThat(deliveries("cart.plain", 2)).allSatisfy(delivery -> {
            assertThat(delivery.getEventId()).isEqualTo(event);
            assertThat(delivery.getNotificationId()).isEqualTo(Identity.of(event, delivery.getSubscriptionId()));
            assertThat(delivery.getState()).isEqualTo("sent");
            assertThat(delivery.getChannel()).isEqualTo("feed");
        });
    }

    @Test
    void tellsThatAVersionEnds() {
        platform.send("product.version-changed", "cart.ending", versionChanged("cart.ending", "deprecated"));
        updates("cart.ending", 1);
        platform.send("product.version-changed", "cart.ending", versionChanged("cart.ending", "retired"));

        assertThat(updates("cart.ending", 2))
                .extracting(update ->
                        update.value().getKind() + " of " + update.value().getVersion())
                .containsExactly("version_deprecated of 1.0.0", "version_retired of 1.0.0");
    }

    @Test
    void tellsThoseWhoUseAProductThatItsWaiverEnds() {
        platform.send("waiver.changed", "w", waiverChanged("w", "cart.waived", "ending"));
        platform.send("waiver.changed", "w-media", waiverChanged("w-media", "media", "ending"));

        assertThat(updates("cart.waived", 1))
                .extracting(update -> update.value().getKind())
                .containsExactly("waiver_ending");
    }

    @Test
    void tellsOpsOfARuleThatCannotBeDecidedOncePerRevisionOfItsPolicy() {
        platform.send("policy.evaluated", "cart.odd", undecided("cart.odd", 1));
        platform.send("policy.evaluated", "cart.odder", undecided("cart.odder", 1));
        platform.send("policy.evaluated", "cart.odd", undecided("cart.odd", 2));

        await().atMost(SOON).until(() -> count("notification", "kind = 'rule_undecided'") == 2);
        platform.send("product.rejected", "cart.afterwards", Events.rejected("cart.afterwards"));
        deliveries("cart.afterwards", 1);
        assertThat(count("notification", "kind = 'rule_undecided'")).isEqualTo(2);
    }

    @Test
    void tellsEachChangeOfAProductInOrder() {
        platform.send("product.published", "cart.story", published("cart.story"));
        updates("cart.story", 1);
        platform.send("policy.evaluated", "cart.story", evaluated("cart.story", 1, "violated"));
        updates("cart.story", 2);
        platform.send("quality.scored", "cart.story", scored("cart.story", 1, "passed"));
        updates("cart.story", 3);
        platform.send("product.listing", "cart.story", listing("cart.story", 2, "blocked"));

        assertThat(updates("cart.story", 4))
                .extracting(update ->
                        update.value().getKind() + " " + update.value().getSeverity())
                .containsExactly(
                        "published info",
                        "compliance_changed critical",
                        "quality_changed info",
                        "listing_changed critical");
    }

    @Test
    void keepsVerdictsThatOvertakeTheirPublication() {
        platform.send("policy.evaluated", "cart.early", evaluated("cart.early", 1, "compliant"));
        platform.send("quality.scored", "cart.early", scored("cart.early", 1, "failed"));
        platform.send("product.listing", "cart.early", listing("cart.early", 2, "listed"));
        await().atMost(SOON).until(() -> count("parked_event", "waiting_for = 'product:cart.early@1.0.0'") == 3);

        platform.send("product.published", "cart.early", published("cart.early"));

        assertThat(kinds("cart.early", 4))
                .containsExactlyInAnyOrder("published", "compliance_changed", "quality_changed", "listing_changed");
    }

    @Test
    void tellsARepeatedRecordOnce() {
        var same = Map.of("ce_id", "repeated");
        platform.send("product.published", "cart.twice", published("cart.twice"), same);
        platform.send("product.published", "cart.twice", published("cart.twice"), same);
        platform.send("policy.evaluated", "cart.twice", evaluated("cart.twice", 1, "compliant"));
        platform.send("policy.evaluated", "cart.twice", evaluated("cart.twice", 1, "compliant"));
        platform.send("policy.evaluated", "cart.twice", evaluated("cart.twice", 2, "violated"));

        assertThat(kinds("cart.twice", 3)).containsExactly("published", "compliance_changed", "compliance_changed");
    }

    @Test
    void tellsARepeatedRecordOnceWhateverItsTopic() {
        for (int i = 0; i < 2; i++) {
            platform.send("product.published", "cart.again", published("cart.again"), Map.of("ce_id", "again-1"));
            platform.send(
                    "quality.scored", "cart.again", scored("cart.again", 1, "passed"), Map.of("ce_id", "again-2"));
            platform.send(
                    "product.listing", "cart.again", listing("cart.again", 2, "listed"), Map.of("ce_id", "again-3"));
            platform.send("product.rejected", "cart.again", Events.rejected("cart.again"), Map.of("ce_id", "again-4"));
            platform.send(
                    "subscription.submitted",
                    "again",
                    subscription("again").setDomains(List.of("none")).build(),
                    Map.of("ce_id", "again-5"));
        }
        platform.send("policy.evaluated", "cart.again", evaluated("cart.again", 1, "compliant"));

        assertThat(kinds("cart.again", 4))
                .containsExactlyInAnyOrder("published", "compliance_changed", "quality_changed", "listing_changed");
        assertThat(deliveries("cart.again", 9)).hasSize(9);
        assertThat(changes("again", 1)).hasSize(1);
    }

    @Test
    void ignoresScoresAndListingsOlderThanTheLast() {
        platform.send("product.published", "cart.disorder", published("cart.disorder"));
        updates("cart.disorder", 1);
        platform.send("quality.scored", "cart.disorder", scored("cart.disorder", 2, "passed"));
        platform.send("quality.scored", "cart.disorder", scored("cart.disorder", 1, "failed"));
        platform.send("product.listing", "cart.disorder", listing("cart.disorder", 9, "listed"));
        platform.send("product.listing", "cart.disorder", listing("cart.disorder", 8, "blocked"));
        platform.send("quality.scored", "cart.disorder", scored("cart.disorder", 3, "not_checked"));
        platform.send("product.listing", "cart.disorder", listing("cart.disorder", 10, "listed_with_warnings"));

        assertThat(updates("cart.disorder", 5))
                .extracting(update -> update.value().getHeadline())
                .noneMatch(headline -> headline.contains("failed") || headline.contains("blocked"))
                .hasSize(5);
    }

    @Test
    void ignoresAVerdictOlderThanTheLast() {
        platform.send("product.published", "cart.stale", published("cart.stale"));
        updates("cart.stale", 1);
        platform.send("policy.evaluated", "cart.stale", evaluated("cart.stale", 5, "compliant"));
        platform.send("policy.evaluated", "cart.stale", evaluated("cart.stale", 4, "violated"));
        platform.send("policy.evaluated", "cart.stale", evaluated("cart.stale", 6, "warnings"));

        assertThat(updates("cart.stale", 3))
                .extracting(update -> update.value().getSeverity())
                .containsExactly("info", "info", "warning");
    }

    @Test
    void recordsWhatItFirstSeesAfterADayAndDoesNotTellIt() {
        var old = Map.of("ce_time", Instant.now().minus(Duration.ofHours(25)).toString());
        platform.send("product.published", "cart.late", published("cart.late"), old);
        platform.send("quality.scored", "cart.late", scored("cart.late", 1, "failed"), old);
        platform.send("product.listing", "cart.late", listing("cart.late", 2, "blocked"), old);
        platform.send("product.rejected", "cart.late", Events.rejected("cart.late"), old);
        deliveries("cart.late", 9);
        platform.send("policy.evaluated", "cart.late", evaluated("cart.late", 1, "compliant"));

        assertThat(kinds("cart.late", 1)).containsExactly("compliance_changed");
        assertThat(deliveries("cart.late", 11).stream()
                        .filter(delivery -> delivery.getState().equals("suppressed")))
                .hasSize(9)
                .allSatisfy(delivery -> assertThat(delivery.getReason()).contains("24 h"));
    }

    @Test
    void buriesMalformedRecordsAndHandlesTheirNeighbours() {
        var topics = List.of(
                "product.published",
                "product.rejected",
                "product.listing",
                "policy.evaluated",
                "quality.scored",
                "access.decided",
                "subscription.submitted");

        topics.forEach(
                topic -> platform.sendRaw(topic, "cart.poison", "not avro".getBytes(StandardCharsets.UTF_8), Map.of()));
        platform.send("product.published", "cart.neighbour", published("cart.neighbour"));

        updates("cart.neighbour", 1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(platform.readRaw("notifier.dlt", 7, SOON).stream()
                                .map(letter -> header(letter, "kafka_dlt-original-topic")))
                        .containsAll(topics.stream().map(platform::topic).toList()));
        var metrics = service.getBean(io.micrometer.core.instrument.MeterRegistry.class);
        assertThat(metrics.getMeters().stream()
                        .filter(meter -> meter.getId().getName().contains("dead"))
                        .flatMap(meter -> Stream.of(meter.getId().getTag("topic"))))
                .containsAll(topics);
    }

    @Test
    void forgetsAProductThatIsGoneAndSaysSo() {
        platform.send("product.published", "cart.gone", published("cart.gone"));
        platform.send("product.listing", "cart.gone", listing("cart.gone", 2, "listed"));
        updates("cart.gone", 2);

        platform.send("product.listing", "cart.gone", null);

        assertThat(updates("cart.gone", 3).getLast().value().getHeadline()).isEqualTo("cart.gone is no longer listed");
        assertThat(count("known_product", "product_id = 'cart.gone'")).isZero();
    }

    @Test
    void matchesUpdatesToSubscriptionsMadeByRequest() {
        platform.send(
                "subscription.submitted",
                "vip",
                subscription("vip")
                        .setProducts(List.of("vip.*"))
                        .setEventTypes(List.of("published"))
                        .build());
        var changed = changes("vip", 1).getFirst();
        platform.send("product.published", "vip.orders", published("vip.orders"));

        assertThat(changed.getRevision()).isEqualTo(1);
        assertThat(changed.getPrincipal()).isEqualTo("local");
        assertThat(updates("vip.orders", 1).getFirst().value().getSubscriptions())
                .containsExactly("everything", "vip");

        platform.send(
                "subscription.submitted",
                "vip",
                subscription("vip").setActive(false).build());
        assertThat(changes("vip", 2).getLast().getActive()).isFalse();
        platform.send("product.published", "vip.other", published("vip.other"));
        assertThat(updates("vip.other", 1).getFirst().value().getSubscriptions())
                .containsExactly("everything");
    }

    @Test
    void refusesASubscriptionThatCanNeverFire() {
        platform.send(
                "subscription.submitted",
                "typo",
                subscription("typo").setChannel("smoke-signals").build());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(platform.readRaw("notifier.dlt", 1, SOON).stream()
                                .map(letter -> header(letter, "mesh-dlt-reason")))
                        .anyMatch(reason -> reason.contains("'smoke-signals'") && reason.contains("feed, slack")));
    }

    @Test
    void announcesTheConfiguredSubscriptionsOnce() {
        assertThat(changes("ops", 1)).hasSize(1).first().satisfies(ops -> {
            assertThat(ops.getChannel()).isEqualTo("slack");
            assertThat(ops.getPrincipal()).isEqualTo("configuration");
        });
    }

    @Test
    void suppressesSlackNotificationsWhenNoWebhookIsConfigured() {
        platform.send("product.rejected", "cart.refused", Events.rejected("cart.refused"));

        assertThat(deliveries("cart.refused", 1)).hasSize(1).first().satisfies(delivery -> {
            assertThat(delivery.getState()).isEqualTo("suppressed");
            assertThat(delivery.getReason()).contains("mesh.slack.webhook-url");
        });
    }

    private static List<ConsumerRecord<String, ProductUpdate>> updates(String product, int expected) {
        return await().atMost(SOON)
                .until(
                        () -> platform.read("product.updates", ProductUpdate.class, 0, SOON).stream()
                                .filter(update -> product.equals(update.key()))
                                .toList(),
                        found -> found.size() >= expected);
    }

    private static List<String> kinds(String product, int expected) {
        return updates(product, expected).stream()
                .map(update -> update.value().getKind())
                .toList();
    }

    private static List<NotificationDelivery> deliveries(String product, int expected) {
        return await().atMost(SOON)
                .until(
                        () -> platform.read("notification.delivery", NotificationDelivery.class, 0, SOON).stream()
                                .map(ConsumerRecord::value)
                                .filter(delivery -> product.equals(delivery.getProductId()))
                                .toList(),
                        found -> found.size() >= expected);
    }

    private static List<SubscriptionChanged> changes(String id, int expected) {
        return await().atMost(SOON)
                .until(
                        () -> platform.read("subscription.changed", SubscriptionChanged.class, 0, SOON).stream()
                                .map(ConsumerRecord::value)
                                .filter(change -> id.equals(change.getSubscriptionId()))
                                .toList(),
                        found -> found.size() >= expected);
    }

    private static int count(String table, String condition) {
        return service.getBean(JdbcClient.class)
                .sql("select count(*) from " + table + " where " + condition)
                .query(Integer.class)
                .single();
    }
}
