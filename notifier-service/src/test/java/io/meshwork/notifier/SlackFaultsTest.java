package io.meshwork.notifier;

import static io.meshwork.notifier.Events.listing;
import static io.meshwork.notifier.Events.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.SubmittedSchedule;
import io.meshwork.messaging.ClockWatch;
import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.channel.slack.HalfServer;
import io.meshwork.notifier.channel.slack.SlackStandIn;
import io.meshwork.notifier.channel.slack.SlackStandIn.Received;
import io.meshwork.notifier.channel.slack.SlackStandIn.Reply;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What breaks around Slack, on a real broker and a real database whose clock can be put: forwards, back, and away from the host's. All
 * of Slack's times are a hundredth of the defaults.
 */
class SlackFaultsTest {

    private static final Duration SOON = TestPlatform.PATIENCE;

    private static TestPlatform platform;
    private static SlackStandIn slack;
    private static HalfServer halfOpen;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void startAll() throws Exception {
        platform = TestPlatform.fresh();
        slack = SlackStandIn.start();
        halfOpen = new HalfServer("", HalfServer.Then.HANGS);
        var database = platform.jdbcUrl("notifier");
        makeClock(database);
        service = NotifierService.start(platform.args(
                "notifier",
                "--spring.datasource.url=" + database.replace("=notifier", "=shifted,notifier,pg_catalog"),
                "--spring.flyway.url=" + database,
                "--mesh.notifications.subscribe-by-contract=false",
                "--mesh.slack.webhook-url=" + slack.webhook(),
                "--mesh.slack.webhooks.half-open=" + halfOpen.address(),
                "--mesh.slack.webhooks.nowhere=http://nowhere.invalid/",
                "--mesh.slack.webhooks.digest=" + slack.webhook(),
                "--mesh.slack.interval=10ms",
                "--mesh.slack.request-timeout=1s",
                "--mesh.slack.retry-later=600ms",
                "--mesh.slack.circuit-open=300ms",
                "--mesh.incidents.group-wait=30ms",
                "--mesh.incidents.domain-threshold=0"));
    }

    /** {@code now()} of the service is that of this schema, which stands before PostgreSQL's own in its search path. */
    private static void makeClock(String database) throws SQLException {
        try (var connection = DriverManager.getConnection(database, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create schema shifted");
            statement.execute("create table shifted.clock (ahead interval not null)");
            statement.execute("insert into shifted.clock values ('0 hours')");
            statement.execute("""
                    create function shifted.now() returns timestamptz language sql stable as
                    'select pg_catalog.now() + ahead from shifted.clock'""");
        }
    }

    @AfterAll
    static void stopAll() throws Exception {
        service.close();
        halfOpen.close();
        slack.close();
    }

    @BeforeEach
    void startAnew() {
        slack.reset();
        sql("delete from notification");
        sql("truncate incident, incident_line, incident_story, incident_told");
        slack.reset();
    }

    @Test
    void afterTenMinutesWithoutSlackWhatIsStillWrongIsOneDigestAndWhatIsOverIsNothing() {
        slack.reply(Reply.of(503, ""));
        var end = Instant.now().plusSeconds(6);
        for (int i = 0; i < 20; i++) {
            block("outage.p" + i);
        }
        for (int i = 0; i < 5; i++) {
            platform.send("product.listing", "outage.p" + i, listing("outage.p" + i, 3, "listed"));
        }
        await().atMost(SOON).until(() -> Instant.now().isAfter(end) && count("attempts > 1") > 0);
        int tries = slack.received().size();

        slack.reply(Reply.of(200, "ok"));

        await().atMost(SOON).until(() -> count("channel = 'slack' and state = 'sent'") == 15);
        await().atMost(SOON).until(() -> count("channel = 'slack' and state = 'waiting'") == 0);
        assertThat(slack.accepted())
                .singleElement()
                .extracting(Received::text)
                .isEqualTo("🛑 15 notifications: 15 × product blocked");
        assertThat(count("channel = 'slack' and reason = 'it was over before it was told'"))
                .isEqualTo(10);
        assertThat(tries).as("calls in ten minutes").isLessThan(50);
    }

    @Test
    void isNotDrivenByAStormOf429AndTellsAllOnce() {
        slack.reply(new Reply(429, "", Map.of("Retry-After", "0")));
        for (int i = 0; i < 10; i++) {
            block("throttled.p" + i);
        }
        await().atMost(SOON).until(() -> slack.received().size() > 20);
        slack.reply(new Reply(429, "", Map.of("Retry-After", "1")));
        int before = slack.received().size();
        await().atMost(SOON).until(() -> slack.received().size() > before + 1);
        slack.reply(Reply.of(200, "ok"));

        await().atMost(SOON).until(() -> count("channel = 'slack' and state = 'sent'") == 10);
        assertThat(slack.accepted()).hasSize(1);
        var last = slack.received().subList(before + 1, slack.received().size());
        assertThat(last).as("calls when Slack asks for a second each").hasSizeLessThan(6);
    }

    @Test
    void aChannelThatIsHalfOpenAndOneWhoseNameDoesNotResolveHoldUpNoOther() {
        subscribe("half-open", "side.*", null);
        subscribe("nowhere", "side.*", null);

        platform.send("product.published", "side.a", published("side.a"));
        await().atMost(SOON)
                .until(() -> halfOpen.requests() > 2
                        && count("subscription_id in ('half-open', 'nowhere') and attempts > 1") == 2);
        block("side.b");

        await().atMost(SOON).until(() -> slack.accepted().size() == 1);
        assertThat(slack.accepted().getFirst().header()).isEqualTo("🛑 side.b 1.0.0 is blocked");
        assertThat(count("subscription_id in ('half-open', 'nowhere') and state = 'waiting'"))
                .isGreaterThanOrEqualTo(2);
        assertThat(count("reason like '%secret%'")).isZero();
    }

    @Test
    void aClockThatJumpsOrDiffersFromTheHostsDelaysAndDoublesNothing() {
        put("-1 hour");
        block("clock.host-is-ahead");
        accepted(1);

        slack.reply(Reply.of(503, ""));
        subscribe(
                "digest",
                "clock.digest",
                SubmittedSchedule.newBuilder().setDigestMinutes(60).build());
        platform.send("product.published", "clock.digest", published("clock.digest"));
        await().atMost(SOON).until(() -> count("subscription_id = 'digest' and not_before is not null") == 1);
        block("clock.forwards");
        await().atMost(SOON).until(() -> count("state = 'waiting' and attempts > 1") == 1);
        put("0 hours");
        slack.reply(Reply.of(200, "ok"));
        accepted(3);

        slack.reply(Reply.of(503, ""));
        block("clock.back");
        await().atMost(SOON).until(() -> count("state = 'waiting' and attempts > 1") == 1);
        put("-1 hour");
        slack.reply(Reply.of(200, "ok"));
        accepted(4);
        block("clock.afterwards");
        accepted(5);

        assertThat(slack.accepted())
                .extracting(call -> call.header().split(" ")[1])
                .containsExactlyInAnyOrder(
                        "clock.host-is-ahead", "clock.digest", "clock.forwards", "clock.back", "clock.afterwards");
        put("0 hours");
    }

    /** As the service does every ten seconds. */
    private static void put(String ahead) {
        sql("update shifted.clock set ahead = '" + ahead + "'");
        service.getBean(ClockWatch.class).look();
        service.getBean(ClockWatch.class).look();
    }

    private static void accepted(int expected) {
        await().atMost(SOON).until(() -> slack.accepted().size() >= expected);
        assertThat(slack.accepted()).hasSize(expected);
    }

    private static void block(String product) {
        platform.send("product.published", product, published(product));
        await().atMost(SOON).until(() -> number("known_product where product_id = '" + product + "'") == 1);
        platform.send("product.listing", product, listing(product, 2, "blocked"));
        await().atMost(SOON)
                .until(() -> count("channel = 'slack' and kind = 'product_blocked' and product_id = '" + product + "'")
                        == 1);
    }

    private static void subscribe(String target, String products, SubmittedSchedule schedule) {
        platform.send(
                "subscription.submitted",
                target,
                Events.subscription(target)
                        .setChannel("slack")
                        .setTarget(target)
                        .setProducts(List.of(products))
                        .setEventTypes(List.of("published"))
                        .setSchedule(schedule)
                        .build());
        await().atMost(SOON).until(() -> number("subscription where id = '" + target + "' and active") == 1);
    }

    private static int count(String condition) {
        return number("notification where " + condition);
    }

    private static int number(String rows) {
        return service.getBean(JdbcClient.class)
                .sql("select count(*) from " + rows)
                .query(Integer.class)
                .single();
    }

    private static void sql(String statement) {
        service.getBean(JdbcClient.class).sql(statement).update();
    }
}
