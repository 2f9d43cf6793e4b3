package io.meshwork.notifier;

import static io.meshwork.notifier.Events.published;
import static io.meshwork.notifier.channel.mail.MailStandIn.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.SubmittedSchedule;
import io.meshwork.events.SubscriptionSubmitted;
import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.channel.mail.MailStandIn;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From facts to mails, on a real broker, a real database and a real mail server. Each test has an address and a domain of its own. */
class MailFlowTest {

    private static final Duration SOON = TestPlatform.PATIENCE;

    private static TestPlatform platform;
    private static MailStandIn server;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        platform = TestPlatform.fresh();
        server = MailStandIn.start();
        service = NotifierService.start(platform.args(
                "notifier",
                "--mesh.notifications.subscribe-by-contract=false",
                "--logging.level.com.icegreen=off",
                "--mesh.mail.host=127.0.0.1",
                "--mesh.mail.port=" + server.port(),
                "--mesh.mail.from=mesh@example.com",
                "--mesh.mail.allowed-domains=example.com",
                "--mesh.mail.recipient-interval=50ms",
                "--mesh.mail.per-minute=60000",
                "--mesh.mail.answer-timeout=2s",
                "--mesh.mail.retry-first=100ms",
                "--mesh.mail.retry-later=300ms",
                "--mesh.mail.circuit-open=300ms"));
    }

    @AfterAll
    static void stop() {
        service.close();
        server.close();
    }

    @AfterEach
    void answerNothing() {
        server.answerNothing();
    }

    @Test
    void mailsWhatASubscriberWantsToHear() throws Exception {
        subscribe("plain");

        publish("plain.orders");

        var mail = mails("plain", 1).getFirst();
        assertThat(mail.getSubject()).startsWith("plain.orders 1.0.0");
        assertThat(header(mail, "X-Meshwork-Subscription")).isEqualTo("plain");
        settled("plain", "sent", 1);
    }

    @Test
    void losesNothingWhileTheServerIsAwayAndSendsOneDigestWhenItIsBack() throws Exception {
        subscribe("outage");
        server.shut();
        publish(IntStream.range(0, 30).mapToObj(i -> "outage.p" + i).toArray(String[]::new));
        await().atMost(SOON)
                .until(() -> count("target = 'outage@example.com' and state = 'waiting'") == 30
                        && count("target = 'outage@example.com' and attempts > 1") > 0);

        server.open();

        settled("outage", "sent", 30);
        assertThat(mails("outage", 1))
                .singleElement()
                .extracting(MailFlowTest::subject)
                .isEqualTo("30 notifications: 30 × published");
    }

    @Test
    void whatIsRefusedForGoodFailsAloneAndSaysWhy() {
        subscribe("unknown");
        subscribe("known");
        server.answer("RCPT TO:<unknown@", "550 5.1.1 no such user");

        publish("unknown.orders", "known.orders");

        settled("unknown", "failed", 1);
        settled("known", "sent", 1);
        assertThat(count("target = 'unknown@example.com' and attempts = 1"
                        + " and reason = 'the mail server answered 550 5.1.1 no such user'"))
                .isEqualTo(1);
        assertThat(server.mailsTo("unknown@example.com")).isEmpty();
    }

    @Test
    void whatIsDeferredIsTriedAgainUntilItHasTakenTooLong() {
        subscribe("full");
        server.answer("RCPT TO:<full@", "452 4.2.2 mailbox full");
        publish("full.first");
        await().atMost(SOON).until(() -> count("target = 'full@example.com' and attempts > 1") == 1);

        server.answerNothing();
        settled("full", "sent", 1);
        assertThat(jdbc().sql(
                                "select count(*) from mail_recipient where address = 'full@example.com' and deferred_since is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        jdbc().sql(
                        "update mail_recipient set deferred_since = now() - interval '5 days' where address = 'full@example.com'")
                .update();
        server.answer("RCPT TO:<full@", "452 4.2.2 mailbox full");
        publish("full.second");
        await().atMost(SOON)
                .until(() -> count("target = 'full@example.com' and state = 'waiting' and attempts > 1") == 1);

        jdbc().sql(
                        "update notification set occurred_at = now() - interval '5 days' where target = 'full@example.com' and state = 'waiting'")
                .update();
        settled("full", "failed", 1);
        assertThat(count("reason like '%452 4.2.2 mailbox full; it has not taken any mail for it since %'"))
                .isEqualTo(1);
    }

    @Test
    void aMailIsSentTwiceRatherThanLostAndIsThenRecognised() {
        subscribe("twice");
        server.breakAfterMailTo("twice@example.com");

        publish("twice.orders");

        var mails = mails("twice", 2);
        settled("twice", "sent", 1);
        assertThat(header(mails.get(0), "Message-ID")).isEqualTo(header(mails.get(1), "Message-ID"));
    }

    /** The interval is set to end, the rest is as it would be. */
    @Test
    void aDigestIsOneMailByProduct() {
        subscribe(Events.subscription("digest")
                .setChannel("email")
                .setTarget("digest@example.com")
                .setProducts(List.of("digest.*"))
                .setSchedule(
                        SubmittedSchedule.newBuilder().setDigestMinutes(1_440).build())
                .build());
        publish("digest.orders", "digest.carts", "digest.items");
        await().atMost(SOON).until(() -> count("target = 'digest@example.com' and not_before > now()") == 3);
        assertThat(jdbc().sql("select count(distinct not_before) from notification where target = 'digest@example.com'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        beDue("digest");

        settled("digest", "sent", 3);
        assertThat(mails("digest", 1))
                .singleElement()
                .extracting(MailFlowTest::subject)
                .isEqualTo("3 notifications: 3 × published");
    }

    @Test
    void whoHasEndedTheSubscriptionGetsNoDigestAnyMore() {
        subscribe(Events.subscription("enough")
                .setChannel("email")
                .setTarget("enough@example.com")
                .setProducts(List.of("enough.*"))
                .setSchedule(
                        SubmittedSchedule.newBuilder().setDigestMinutes(1_440).build())
                .build());
        publish("enough.orders");
        await().atMost(SOON).until(() -> count("target = 'enough@example.com' and not_before > now()") == 1);
        platform.send(
                "subscription.submitted",
                "enough",
                Events.subscription("enough").setAction("end").build());
        await().atMost(SOON)
                .until(() -> jdbc().sql("select count(*) from subscription where id = 'enough' and not active")
                                .query(Integer.class)
                                .single()
                        == 1);

        beDue("enough");

        settled("enough", "suppressed", 1);
        assertThat(server.mailsTo("enough@example.com")).isEmpty();
    }

    @Test
    void mailsNobodyWhoseDomainIsNotNamed() {
        subscribe(Events.subscription("stranger")
                .setChannel("email")
                .setTarget("stranger@evil.example")
                .setProducts(List.of("stranger.*"))
                .build());

        publish("stranger.orders");

        await().atMost(SOON)
                .until(() -> count("target = 'stranger@evil.example' and state = 'suppressed'"
                                + " and reason like '%mesh.mail.allowed-domains%'")
                        == 1);
        assertThat(server.mailsTo("stranger@evil.example")).isEmpty();
    }

    private static void subscribe(String name) {
        subscribe(Events.subscription(name)
                .setChannel("email")
                .setTarget(name + "@Example.COM")
                .setProducts(List.of(name + ".*"))
                .build());
    }

    private static void subscribe(SubscriptionSubmitted request) {
        platform.send("subscription.submitted", request.getSubscriptionId(), request);
        await().atMost(SOON)
                .until(() -> jdbc().sql("select count(*) from subscription where id = ?")
                                .param(request.getSubscriptionId())
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    private static void beDue(String name) {
        var address = name + "@example.com";
        jdbc().sql("update notification set not_before = now() where target = ?")
                .param(address)
                .update();
        jdbc().sql("update job set due_at = now() where kind = 'email' and key = ?")
                .param(address)
                .update();
    }

    private static void publish(String... products) {
        for (var product : products) {
            platform.send("product.published", product, published(product));
        }
    }

    private static List<MimeMessage> mails(String name, int expected) {
        var address = name + "@example.com";
        await().atMost(SOON).until(() -> server.mailsTo(address).size() >= expected);
        assertThat(server.mailsTo(address)).hasSize(expected);
        return server.mailsTo(address);
    }

    private static void settled(String name, String state, int expected) {
        await().atMost(SOON)
                .until(() -> count("target = '" + name + "@example.com' and state = '" + state + "'") == expected);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int count(String condition) {
        return jdbc().sql("select count(*) from notification where " + condition)
                .query(Integer.class)
                .single();
    }

    private static JdbcClient jdbc() {
        return service.getBean(JdbcClient.class);
    }
}
