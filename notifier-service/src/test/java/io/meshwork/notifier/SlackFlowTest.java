package io.meshwork.notifier;

import static io.meshwork.notifier.Events.listing;
import static io.meshwork.notifier.Events.published;
import static io.meshwork.notifier.Events.rejected;
import static io.meshwork.notifier.Events.scored;
import static io.meshwork.notifier.Events.sloChanged;
import static io.meshwork.notifier.Events.waiverChanged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.channel.slack.SlackStandIn;
import io.meshwork.notifier.channel.slack.SlackStandIn.Received;
import io.meshwork.notifier.channel.slack.SlackStandIn.Reply;
import io.meshwork.notifier.notification.Replays;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From facts to messages in Slack, on a real broker and a real database. */
class SlackFlowTest {

    private static final Duration SOON = TestPlatform.PATIENCE;
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private static TestPlatform platform;
    private static SlackStandIn slack;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void startAll() {
        platform = TestPlatform.fresh();
        slack = SlackStandIn.start();
        service = start();
    }

    @AfterAll
    static void stopAll() {
        service.close();
        slack.close();
    }

    @BeforeEach
    void awaitSilence() {
        slack.reset();
        await().atMost(SOON).until(() -> count("notification", "state = 'waiting'") == 0);
        var jdbc = service.getBean(JdbcClient.class);
        jdbc.sql("delete from notification").update();
        jdbc.sql("truncate incident, incident_line, incident_story, incident_told")
                .update();
        slack.reset();
    }

    @Test
    void tellsOfAProductThatIsBlockedOnceThenThatItIsListedThenThatItIsBlockedAnew() {
        platform.send("product.published", "calm.blocked", published("calm.blocked"));
        platform.send("product.listing", "calm.blocked", listing("calm.blocked", 2, "blocked"));
        platform.send("product.listing", "calm.blocked", listing("calm.blocked", 3, "blocked"));
        accepted(1);
        platform.send("product.listing", "calm.blocked", listing("calm.blocked", 4, "listed"));
        accepted(2);
        platform.send("product.listing", "calm.blocked", listing("calm.blocked", 5, "blocked"));

        assertThat(accepted(3))
                .extracting(Received::header)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("🛑 calm.blocked 1.0.0 is blocked"),
                        second -> assertThat(second)
                                .startsWith("✅ Resolved after ")
                                .endsWith(": calm.blocked 1.0.0 is blocked"),
                        third -> assertThat(third).isEqualTo("🛑 calm.blocked 1.0.0 is blocked"));
        assertThat(slack.received().getLast().message().toString()).contains("came back once");
    }

    @Test
    void tellsTheBlockedProductAndNotTheFailedChecksThatBlockedIt() {
        platform.send("product.published", "calm.failed", published("calm.failed"));
        await().atMost(SOON).until(() -> count("known_product", "product_id = 'calm.failed'") == 1);
        platform.send("product.listing", "calm.failed", listing("calm.failed", 2, "blocked"));
        accepted(1);
        platform.send("quality.scored", "calm.failed", scored("calm.failed", 1, "failed"));
        await().atMost(SOON).until(() -> count("notification", "reason like 'outweighed by incident %'") == 1);
        platform.send("quality.scored", "calm.failed", scored("calm.failed", 2, "passed"));

        await().atMost(SOON).until(() -> count("notification", "channel = 'slack' and state = 'suppressed'") == 2);
        assertThat(slack.accepted()).hasSize(1);
    }

    @Test
    void alertsOnceOfASubmissionThatIsRejectedAgainForTheSameReasons() {
        platform.send("product.rejected", "cart.refused", rejected("cart.refused"));
        platform.send("product.rejected", "cart.refused", rejected("cart.refused"));
        platform.send("product.rejected", "cart.other", rejected("cart.other"));

        assertThat(accepted(2))
                .extracting(Received::header)
                .containsExactlyInAnyOrder(
                        "⚠️ The submission of cart.refused 1.0.0 was rejected",
                        "⚠️ The submission of cart.other 1.0.0 was rejected");
        assertThat(slack.received().getFirst().message().toString())
                .contains("owner-missing: line 3, column 1: the contract names no owner → add metadata.owner");
    }

    @Test
    void alertsOfDeadLettersOfWhateverService() {
        var letter = Map.of(
                "mesh-dlt-service", "policy",
                "mesh-dlt-reason", "bad magic byte 9",
                "kafka_dlt-original-topic", platform.topic("product.published"));
        platform.sendRaw("policy.dlt", "cart.x", "junk".getBytes(StandardCharsets.UTF_8), letter);

        assertThat(accepted(1).getFirst().header())
                .isEqualTo("🛑 policy could not handle a record of " + platform.topic("product.published"));
    }

    @Test
    void remindsTheOwnerOfAWaiverBeforeItEnds() {
        platform.send("waiver.changed", "w-1", waiverChanged("w-1", "cart.waived", "granted"));
        platform.send("waiver.changed", "w-1", waiverChanged("w-1", "cart.waived", "ending"));
        platform.send("waiver.changed", "w-2", waiverChanged("w-2", "media", "ending"));
        platform.send("waiver.changed", "w-3", waiverChanged("w-3", "media", "withdrawn"));

        assertThat(accepted(2))
                .extracting(Received::header)
                .containsExactlyInAnyOrder(
                        "⚠️ Waiver w-1 of cart.waived from pii ends on 2099-03-31T00:00:00Z",
                        "⚠️ Waiver w-2 of media from pii ends on 2099-03-31T00:00:00Z");
        assertThat(slack.received().getFirst().message().toString())
                .contains("The new store comes.", "To cart-team: extend it (mesh waiver grant), or mend");
    }

    @Test
    void tellsOfABreachedPromiseAndThatItIsKeptAgain() {
        platform.send("product.published", "cart.promised", published("cart.promised"));
        await().atMost(SOON).until(() -> count("known_product", "product_id = 'cart.promised'") == 1);
        var breached = sloChanged("cart.promised", 2, "breached");
        platform.send("slo.status-changed", "cart.promised", breached, Map.of("ce_id", "twice"));
        platform.send("slo.status-changed", "cart.promised", breached, Map.of("ce_id", "twice"));
        platform.send("slo.status-changed", "cart.promised", sloChanged("cart.promised", 1, "at_risk"));
        platform.send("slo.status-changed", "cart.promised", sloChanged("cart.promised", 3, "recovered"));
        platform.send("slo.status-changed", "cart.unpublished", sloChanged("cart.unpublished", 1, "recovered"));

        assertThat(accepted(2))
                .extracting(Received::header)
                .containsExactly(
                        "🛑 cart.promised 1.0.0: freshness is breached",
                        "✅ cart.promised 1.0.0: freshness has recovered");
        assertThat(slack.received().getFirst().message().toString())
                .contains(
                        "nothing arrived in time, promised 3600 seconds", "team-cart", "mesh slo status cart.promised");
    }

    @Test
    void tellsALateRecordToNobody() {
        var longAgo = Map.of("ce_time", Instant.now().minus(Duration.ofDays(2)).toString());
        platform.send("slo.status-changed", "cart.late", sloChanged("cart.late", 1, "breached"), longAgo);

        await().atMost(SOON)
                .until(() ->
                        count("notification", "product_id = 'cart.late' and state = 'suppressed' and channel = 'slack'")
                                == 1);
        assertThat(slack.received()).isEmpty();
    }

    @Test
    void takesTroubleForOverHoweverLateItHearsOfThat() {
        var longAgo = Map.of("ce_time", Instant.now().minus(Duration.ofDays(2)).toString());
        platform.send("slo.status-changed", "cart.later", sloChanged("cart.later", 1, "breached"));
        accepted(1);

        platform.send("slo.status-changed", "cart.later", sloChanged("cart.later", 2, "recovered"), longAgo);

        await().atMost(SOON).until(() -> count("incident", "subject = 'cart.later' and state = 'resolved'") == 1);
    }

    @Test
    void sendsMalformedStatusChangesToTheDeadLetters() {
        platform.sendRaw("slo.status-changed", "cart.x", "junk".getBytes(StandardCharsets.UTF_8), Map.of());
        platform.send("slo.status-changed", "cart.x", sloChanged("cart.y", 1, "breached"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.getBean(MeterRegistry.class)
                                .get("mesh.listener.dead.letters")
                                .tag("topic", "slo.status-changed")
                                .counter()
                                .count())
                        .isEqualTo(2));
        assertThat(count("told_objective", "product_id = 'cart.y'")).isZero();
    }

    @Test
    void sendsToTheWebhookThatASubscriptionNames() {
        subscribe("sales", "sales", "published");

        platform.send("product.published", "cart.targeted", published("cart.targeted"));

        await().atMost(SOON).until(() -> count("notification", "target = 'sales' and state = 'sent'") == 1);
        assertThat(slack.accepted().getFirst().header()).startsWith("ℹ️ cart.targeted 1.0.0");
        unsubscribe("sales");
    }

    @Test
    void changesTheBotsMessageAsTheIncidentGoesOnAndTellsItsStoryInTheThread() {
        subscribe("bot", "team", "slo_at_risk", "slo_breached", "slo_recovered");
        platform.send("product.published", "bot.orders", published("bot.orders"));
        await().atMost(SOON).until(() -> count("known_product", "product_id = 'bot.orders'") == 1);

        platform.send("slo.status-changed", "bot.orders", sloChanged("bot.orders", 1, "at_risk"));
        await().atMost(SOON).until(() -> calls().size() == 1);
        platform.send("slo.status-changed", "bot.orders", sloChanged("bot.orders", 2, "breached"));
        await().atMost(SOON).until(() -> calls().size() == 3);
        platform.send("slo.status-changed", "bot.orders", sloChanged("bot.orders", 3, "recovered"));
        await().atMost(SOON).until(() -> calls().size() == 5);

        var ts = calls().get(1).message().path("ts").stringValue();
        assertThat(calls())
                .extracting(call -> call.method() + " " + call.header())
                .containsExactly(
                        "chat.postMessage ⚠️ bot.orders 1.0.0: freshness is at risk",
                        "chat.update 🛑 bot.orders 1.0.0: freshness is breached",
                        "chat.postMessage 🛑 bot.orders 1.0.0: freshness is breached",
                        "chat.update ✅ bot.orders 1.0.0: freshness has recovered",
                        "chat.postMessage ✅ bot.orders 1.0.0: freshness has recovered");
        assertThat(calls().stream().map(call -> call.message().path("thread_ts").asString("")))
                .containsExactly("", "", ts, "", ts);
        assertThat(calls().get(1).message().toString()).contains("<!here> <!subteam^S0TEAM>");
        assertThat(calls().get(2).message().path("reply_broadcast").booleanValue())
                .isTrue();
        unsubscribe("bot");
    }

    private static List<Received> calls() {
        return slack.received().stream()
                .filter(call -> call.method().startsWith("chat."))
                .toList();
    }

    private static void subscribe(String id, String target, String... kinds) {
        platform.send(
                "subscription.submitted",
                id,
                Events.subscription(id)
                        .setChannel("slack")
                        .setTarget(target)
                        .setEventTypes(List.of(kinds))
                        .build());
        await().atMost(SOON).until(() -> count("subscription", "id = '" + id + "' and active") == 1);
    }

    private static void unsubscribe(String id) {
        platform.send(
                "subscription.submitted",
                id,
                Events.subscription(id).setActive(false).build());
        await().atMost(SOON).until(() -> count("subscription", "id = '" + id + "' and not active") == 1);
    }

    @Test
    void survivesDeadLettersThatAreHostile() {
        var hostile = Map.of(
                "mesh-dlt-service", "<!channel>\u0000",
                "mesh-dlt-reason", "\u0000<@U1>\u202E".repeat(500),
                "kafka_dlt-original-topic", "\u0000",
                "kafka_dlt-original-offset", "many");

        platform.sendRaw("catalog.dlt", "\u0000", null, hostile);

        assertThat(accepted(1).getFirst().header()).contains("&lt;!channel&gt; could not handle a record");
    }

    @Test
    void keepsWhatSlackCannotTakeNowAndSendsItLaterInOrder() {
        slack.reply(Reply.of(503, ""));
        block("cart.first", "cart.second", "cart.third");
        await().atMost(SOON).until(() -> count("notification", "state = 'waiting' and attempts > 1") > 0);

        slack.reply(Reply.of(200, "ok"));

        assertThat(accepted(3))
                .extracting(Received::header)
                .containsExactly(
                        "🛑 cart.first 1.0.0 is blocked",
                        "🛑 cart.second 1.0.0 is blocked",
                        "🛑 cart.third 1.0.0 is blocked");
        assertThat(count("notification", "channel = 'slack' and state = 'sent'"))
                .isEqualTo(3);
    }

    @Test
    void sendsNoStormWhenSlackIsBack() {
        slack.reply(Reply.of(503, ""));
        var products = IntStream.range(0, 300).mapToObj(i -> "storm.p" + i).toArray(String[]::new);
        block(products);
        await().atMost(SOON).until(() -> count("notification", "state = 'waiting'") == 300);

        slack.reply(Reply.of(200, "ok"));

        await().atMost(SOON).until(() -> count("notification", "channel = 'slack' and state = 'sent'") == 300);
        assertThat(slack.accepted().size()).isLessThanOrEqualTo(2);
        assertThat(slack.accepted().getFirst().text())
                .matches("🛑 (?<all>\\d+) notifications: \\k<all> × product blocked");
    }

    @Test
    void makesFewMessagesOfManyAlertsAndKeepsTheChannelsPace() {
        block(IntStream.range(0, 1_000).mapToObj(i -> "many.p" + i).toArray(String[]::new));

        await().atMost(SOON).until(() -> count("notification", "channel = 'slack' and state = 'sent'") == 1_000);
        var times = slack.accepted().stream().map(Received::time).toList();
        var gaps = IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)))
                .toList();
        assertThat(gaps).allMatch(gap -> gap.compareTo(INTERVAL.minusMillis(15)) >= 0);
        assertThat(times.size()).isLessThan(100);
    }

    @Test
    void waitsAsLongAsSlackAsksWhateverComesMeanwhile() {
        slack.replyOnce(new Reply(429, "", Map.of("Retry-After", "3")));
        block("cart.throttled");
        await().atMost(SOON).until(() -> slack.received().size() == 1);

        block("cart.meanwhile");

        var accepted = accepted(2);
        assertThat(Duration.between(
                        slack.received().getFirst().time(), accepted.getFirst().time()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(2_900));
        assertThat(slack.received()).hasSize(3);
    }

    @Test
    void whatSlackRefusedIsToldOnceWhenItIsReplayedAfterRepair() {
        slack.replyOnce(Reply.of(404, "no_service"));
        block("cart.replayed");
        await().atMost(SOON).until(() -> count("notification", "state = 'failed' and attempts = 1") == 1);
        accepted(1); // that it could not be delivered
        var id = service.getBean(JdbcClient.class)
                .sql("select id from notification where state = 'failed'")
                .query(UUID.class)
                .single();
        var replays = service.getBean(Replays.class);

        assertThat(replays.preview("ops", null, 10)).isEqualTo(new Replays.Many(1, 0));
        assertThat(replays.replay("nobody", null, 10)).isEqualTo(new Replays.Many(0, 0));
        assertThat(replays.replay("ops", Instant.now().plusSeconds(60), 10)).isEqualTo(new Replays.Many(0, 0));
        assertThat(replays.replay(id)).isEqualTo(new Replays.One.Waiting(id));

        await().atMost(SOON).until(() -> count("notification", "id = '" + id + "' and state = 'sent'") == 1);
        assertThat(replays.replay(id)).isInstanceOf(Replays.One.NotFailed.class);
        assertThat(replays.replay("ops", null, 10)).isEqualTo(new Replays.Many(0, 0));
        assertThat(replays.replay(UUID.randomUUID())).isEqualTo(new Replays.One.Unknown());
        assertThat(slack.accepted())
                .extracting(Received::header)
                .filteredOn("🛑 cart.replayed 1.0.0 is blocked"::equals)
                .hasSize(1);
        assertThat(count("notification", "id = '" + id + "' and attempts = 2")).isEqualTo(1);
    }

    /** Else whoever mends half of it would not hear that the other half is still broken. */
    @Test
    void opsHearAgainOfWhatIsRefusedAgain() {
        slack.reply(Reply.of(404, "no_service"));
        block("cart.refused-again");
        await().atMost(SOON).until(() -> count("notification", "state = 'failed'") == 2);

        service.getBean(Replays.class).replay("ops", null, 1);

        await().atMost(SOON)
                .until(() ->
                        count("notification", "kind = 'product_blocked' and state = 'failed' and attempts = 2") == 1);
        assertThat(service.getBean(JdbcClient.class)
                        .sql("select alerts from incident where headline like '%could not be delivered by slack'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void recordsWhatSlackRefusesForGoodAndGoesOn() {
        slack.replyOnce(Reply.of(410, "channel_is_archived"));
        block("cart.refused-for-good", "cart.next");

        assertThat(accepted(2))
                .extracting(Received::header)
                .containsExactlyInAnyOrder(
                        "🛑 cart.next 1.0.0 is blocked", "⚠️ A notification for ops could not be delivered by slack");
        assertThat(count(
                        "notification",
                        "state = 'failed' and reason = 'Slack answered 410 channel_is_archived' and attempts = 1"))
                .isEqualTo(1);
    }

    @Test
    void keepsWhatWaitsThroughARestart() {
        slack.reply(Reply.of(500, ""));
        block("cart.a", "cart.b");
        await().atMost(SOON).until(() -> count("notification", "state = 'waiting'") == 2);

        service.close();
        slack.reply(Reply.of(200, "ok"));
        service = start();

        assertThat(accepted(2))
                .extracting(Received::header)
                .containsExactly("🛑 cart.a 1.0.0 is blocked", "🛑 cart.b 1.0.0 is blocked");
    }

    @Test
    void keepsTheWebhookOutOfTheDatabase() {
        slack.reply(Reply.of(500, "secret"));
        block("cart.secretive");
        await().atMost(SOON).until(() -> count("job", "kind = 'slack' and last_error is not null") == 1);

        assertThat(count("job", "last_error like '%secret%'")).isZero();
    }

    /** Blocks products one after the other. */
    private static void block(String... products) {
        for (var product : products) {
            platform.send("product.published", product, published(product));
        }
        await().atMost(SOON)
                .until(() -> count("notification", "kind = 'published' and subscription_id = 'everything'")
                        >= products.length);
        for (var product : products) {
            platform.send("product.listing", product, listing(product, 2, "blocked"));
            if (products.length < 10) {
                await().atMost(SOON)
                        .until(() ->
                                count("notification", "channel = 'slack' and product_id = '" + product + "'") == 1);
            }
        }
    }

    private static List<Received> accepted(int expected) {
        await().atMost(SOON).until(() -> slack.accepted().size() >= expected);
        await().atMost(SOON).until(() -> count("notification", "state = 'waiting'") == 0);
        assertThat(slack.accepted()).hasSize(expected);
        return slack.accepted();
    }

    private static ConfigurableApplicationContext start() {
        return NotifierService.start(platform.args(
                "notifier",
                "--mesh.notifications.subscribe-by-contract=false",
                "--mesh.slack.webhook-url=" + slack.webhook(),
                "--mesh.slack.webhooks.sales=" + slack.webhook(),
                "--mesh.slack.bot-token=xoxb-test",
                "--mesh.slack.channels.team=C1",
                "--mesh.slack.api=" + slack.api(),
                "--mesh.slack.mentions.critical=here,S0TEAM",
                "--mesh.slack.interval=" + INTERVAL.toMillis() + "ms",
                "--mesh.incidents.group-wait=0s",
                "--mesh.incidents.group-interval=0s",
                "--mesh.incidents.domain-threshold=0",
                "--mesh.slack.retry-later=300ms",
                "--mesh.slack.circuit-open=500ms"));
    }

    private static int count(String table, String condition) {
        return service.getBean(JdbcClient.class)
                .sql("select count(*) from " + table + " where " + condition)
                .query(Integer.class)
                .single();
    }
}
