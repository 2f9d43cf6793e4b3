package io.meshwork.notifier.channel.mail;

import static io.meshwork.notifier.channel.mail.MailStandIn.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.meshwork.notifier.Given;
import io.meshwork.notifier.channel.mail.MailSettings.Encryption;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.subscription.EmailAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a real mail server, and what a server may answer. */
class MailSenderTest {

    private static final News NEWS = News.of(Kind.PRODUCT_BLOCKED, Severity.CRITICAL, "cart.orders 1.2.0 is blocked");

    private static MailStandIn server;

    @BeforeAll
    static void start() {
        server = MailStandIn.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void answerNothing() {
        server.answerNothing();
    }

    @Test
    void aMailArrivesAsTextAndAsHtmlAndSaysWhatItIs() throws Exception {
        var notification = about(NEWS.advising("mesh explain cart.orders tells more"));

        assertThat(send("whole@example.com", List.of(notification))).isEqualTo(new Answer.Accepted());

        var mail = server.mailsTo("whole@example.com").getFirst();
        assertThat(mail.getSubject()).isEqualTo("Critical: cart.orders 1.2.0 is blocked");
        assertThat(header(mail, "From")).isEqualTo("Meshwork <mesh@example.com>");
        assertThat(header(mail, "Reply-To")).isEqualTo("ops@example.com");
        assertThat(header(mail, "Message-ID")).isEqualTo("<" + notification.id() + "@example.com>");
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(mail, "Date")).isEqualTo("Sun, 1 Mar 2026 12:00:00 +0000");
        assertThat(header(mail, "X-Meshwork-Subscription")).isEqualTo("ops");
        assertThat(header(mail, "List-Unsubscribe")).isEqualTo("<mailto:ops@example.com?subject=end%20ops>");
        assertThat(part(mail, 0))
                .contains(
                        "cart.orders (Orders)",
                        "http://catalog/products/cart.orders",
                        "Owner: cart-team, #cart",
                        "CRITICAL  cart.orders 1.2.0 is blocked",
                        "mesh explain cart.orders tells more",
                        "because of the subscription ops.");
        assertThat(part(mail, 1))
                .contains("<a href=\"http://catalog/products/cart.orders\">cart.orders (Orders)</a>")
                .contains("<strong>cart.orders 1.2.0 is blocked</strong>");
    }

    @Test
    void hostileWordsAreNothingButWords() throws Exception {
        var hostile =
                "x\r\nBcc: eve@evil.example\r\n\r\n<script>alert(1)</script>\u202E\"&<img src=x onerror=y> größer 🛑";
        var product = About.ofProduct(
                "cart.orders", "1\r\nX-Evil: 1", hostile, Given.orders().owner(), List.of());
        var news = News.of(Kind.PUBLISHED, Severity.INFO, hostile).advising(hostile);

        assertThat(send("hostile@example.com", List.of(Given.waiting(news, product))))
                .isEqualTo(new Answer.Accepted());

        var mail = server.mailsTo("hostile@example.com").getFirst();
        assertThat(mail.getSubject())
                .startsWith("x Bcc: eve@evil.example <script>")
                .contains("größer 🛑");
        assertThat(header(mail, "Bcc")).isEqualTo("null");
        assertThat(header(mail, "X-Evil")).isEqualTo("null");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(part(mail, 1))
                .doesNotContain("<script", "<img", "\u202E")
                .contains("&lt;script&gt;alert(1)", "&lt;img src=x onerror=y&gt; größer 🛑");
    }

    @Test
    void aMailThatIsSentTwiceIsRecognised() {
        var due = List.of(about(NEWS), about(News.of(Kind.PUBLISHED, Severity.INFO, "published")));
        server.breakAfterMailTo("twice@example.com");

        assertThat(send("twice@example.com", due)).isInstanceOf(Answer.Unavailable.class);
        assertThat(send("twice@example.com", due)).isEqualTo(new Answer.Accepted());

        var mails = server.mailsTo("twice@example.com");
        assertThat(mails).hasSize(2);
        assertThat(header(mails.get(0), "Message-ID")).isEqualTo(header(mails.get(1), "Message-ID"));
    }

    @Test
    void whatIsRefusedForGoodIsToldFromWhatIsNotTakenNow() {
        assertThat(answered("RCPT", "550 5.1.1 no such user")).isEqualTo(refused("550 5.1.1 no such user"));
        assertThat(answered("RCPT", "556 5.1.10 takes no mail")).isEqualTo(refused("556 5.1.10 takes no mail"));
        assertThat(answered("RCPT", "450 4.2.0 greylisted")).isEqualTo(deferred("450 4.2.0 greylisted"));
        assertThat(answered("RCPT", "452 4.2.2 mailbox full")).isEqualTo(deferred("452 4.2.2 mailbox full"));
        assertThat(answered(".", "554 5.7.1 looks like spam")).isEqualTo(refused("554 5.7.1 looks like spam"));
        assertThat(answered(".", "451 4.3.0 try again")).isEqualTo(deferred("451 4.3.0 try again"));
    }

    @Test
    void whatIsNotAboutTheMailIsNoAnswerToIt() {
        assertThat(answered("RCPT", "421 4.3.2 closing down")).isEqualTo(unavailable("421 4.3.2 closing down"));
        assertThat(answered("RCPT", "530 5.7.0 log in first")).isEqualTo(unavailable("530 5.7.0 log in first"));
        assertThat(answered("MAIL", "553 5.7.1 not your address"))
                .isInstanceOfSatisfying(
                        Answer.Unavailable.class,
                        answer -> assertThat(answer.reason()).contains("mesh.mail.from", "553 5.7.1 not your address"));
        assertThat(answered("MAIL", "452 4.3.1 disk full")).isInstanceOf(Answer.Unavailable.class);
        assertThat(answered("", "554 5.3.2 no service")).isInstanceOf(Answer.Unavailable.class);
        assertThat(answered("DATA", "garbage")).isInstanceOf(Answer.Unavailable.class);
    }

    @Test
    void aServerThatIsSilentOrAwayCostsNoMoreThanItsTime() {
        assertThat(answered("RCPT", "")).isInstanceOf(Answer.Unavailable.class);
        assertThat(answered(".", "")).isInstanceOf(Answer.Unavailable.class);

        server.shut();
        assertThat(send("nobody@example.com", List.of(about(NEWS))))
                .isInstanceOfSatisfying(
                        Answer.Unavailable.class,
                        answer -> assertThat(answer.reason()).contains("cannot be reached"));
        server.open();
    }

    @Test
    void saysNothingToAServerThatDoesNotEncryptWhenItShould() {
        var settings = settings(Encryption.STARTTLS, "user", "pass-word");

        var answer = new MailSender(MailSender.session(settings), settings)
                .send(write(settings, "clear@example.com", List.of(about(NEWS))));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Unavailable.class,
                        unavailable -> assertThat(unavailable.reason()).contains("STARTTLS"));
        assertThat(server.mailsTo("clear@example.com")).isEmpty();
    }

    @Test
    void saysNothingToAServerWhoseCertificateNobodyVouchesFor() {
        var stranger = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        stranger.start();
        try {
            var settings = settings("127.0.0.1", stranger.getSmtps().getPort(), Encryption.TLS, "user", "pass-word");

            var answer = new MailSender(MailSender.session(settings), settings)
                    .send(write(settings, "clear@example.com", List.of(about(NEWS))));

            assertThat(answer).isInstanceOf(Answer.Unavailable.class);
            assertThat(stranger.getReceivedMessages()).isEmpty();
        } finally {
            stranger.stop();
        }
    }

    @Test
    void logsInAndTellsNobodyWithWhat() {
        server.expectUser("mesh-user", "right-password");
        var right = settings(Encryption.NONE, "mesh-user", "right-password");
        var wrong = settings(Encryption.NONE, "mesh-user", "wrong-password");

        assertThat(new MailSender(MailSender.session(right), right)
                        .send(write(right, "login@example.com", List.of(about(NEWS)))))
                .isEqualTo(new Answer.Accepted());
        assertThat(new MailSender(MailSender.session(wrong), wrong)
                        .send(write(wrong, "login@example.com", List.of(about(NEWS)))))
                .isInstanceOfSatisfying(
                        Answer.Unavailable.class,
                        unavailable -> assertThat(unavailable.reason())
                                .contains("mesh.mail.username")
                                .doesNotContain("wrong-password"));
        assertThat(wrong.toString()).doesNotContain("mesh-user", "wrong-password");
    }

    @Test
    void asksForEncryptionExceptOnThisMachine() {
        assertThat(to("mail.example.com").encryptionInUse()).isEqualTo(Encryption.STARTTLS);
        assertThat(to("127.0.0.1.evil.example").encryptionInUse()).isEqualTo(Encryption.STARTTLS);
        assertThat(to("127.0.0.1").encryptionInUse()).isEqualTo(Encryption.NONE);
        assertThat(to("localhost").encryptionInUse()).isEqualTo(Encryption.NONE);
        assertThatThrownBy(() ->
                        settings("mail.example.com", Encryption.NONE, "u", "p").requireSafeCredentials())
                .hasMessageContaining("mesh.mail.encryption is none");
        settings("127.0.0.1", null, "u", "p").requireSafeCredentials();
        settings("mail.example.com", Encryption.NONE, "", "").requireSafeCredentials();
    }

    @Test
    void writesToEveryAddressThatASubscriptionMayName() {
        for (var address : List.of(
                "!#$%&'*+/=?^_`{|}~-@example.com", "a@localhost", "x@1.2.3.example", "a.b@xn--bcher-kva.example")) {
            assertThat(EmailAddress.of(address)).isPresent();
            assertThat(header(write(to("127.0.0.1"), address, List.of(about(NEWS))), "To"))
                    .isEqualTo(address);
        }
    }

    @Test
    void aSenderMustBeAnAddress() {
        var without = new MailSettings(
                "127.0.0.1",
                25,
                null,
                null,
                null,
                "",
                null,
                List.of(),
                Duration.ZERO,
                1,
                1,
                Duration.ZERO,
                Duration.ZERO,
                1,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO);
        assertThatThrownBy(() -> writer(without)).hasMessageContaining("mesh.mail.from is missing");
    }

    private static Answer answered(String command, String reply) {
        server.answerNothing();
        server.answer(command, reply);
        return send("faulty@example.com", List.of(about(NEWS)));
    }

    private static Answer refused(String reply) {
        return new Answer.Refused("the mail server answered " + reply);
    }

    private static Answer deferred(String reply) {
        return new Answer.Deferred("the mail server answered " + reply);
    }

    private static Answer unavailable(String reply) {
        return new Answer.Unavailable("the mail server answered " + reply);
    }

    private static Answer send(String address, List<Notification> due) {
        var settings = to("127.0.0.1");
        return new MailSender(MailSender.session(settings), settings).send(write(settings, address, due));
    }

    private static MimeMessage write(MailSettings settings, String address, List<Notification> due) {
        return writer(settings).write(address, due);
    }

    private static MailWriter writer(MailSettings settings) {
        return new MailWriter(
                MailSender.session(settings),
                new Letters(new Links(URI.create("http://catalog"), URI.create("http://notifier"))),
                settings,
                Clock.fixed(Given.NOW, ZoneOffset.UTC));
    }

    private static MailSettings to(String host) {
        return settings(host, null, null, null);
    }

    private static MailSettings settings(Encryption encryption, String username, String password) {
        return settings("127.0.0.1", encryption, username, password);
    }

    private static MailSettings settings(
            String host, @Nullable Encryption encryption, @Nullable String username, @Nullable String password) {
        return settings(host, server.port(), encryption, username, password);
    }

    private static MailSettings settings(
            String host,
            int port,
            @Nullable Encryption encryption,
            @Nullable String username,
            @Nullable String password) {
        var time = Duration.ofMillis(500);
        return new MailSettings(
                host,
                port,
                encryption,
                username,
                password,
                "mesh@example.com",
                "ops@example.com",
                List.of("example.com"),
                time,
                60_000,
                100,
                time,
                time,
                2,
                time,
                time,
                time,
                time);
    }

    private static Notification about(News news) {
        return Given.waiting(news, About.product(Given.orders()));
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent();
    }
}
