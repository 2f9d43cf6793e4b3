package io.meshwork.notifier.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.meshwork.notifier.channel.slack.HalfServer;
import io.meshwork.notifier.channel.webhook.WebhookStandIn.Reply;
import io.meshwork.notifier.channel.webhook.guard.EndpointUrl;
import io.meshwork.notifier.channel.webhook.guard.EndpointUrl.Reading.Readable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One request, to servers that behave and servers that do not. */
@Timeout(30)
class WebhookSenderTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final String HOST = "hooks.example.test";
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @TempDir
    static Path folder;

    private static SSLContext tls;
    private static WebhookSender sender;
    private static WebhookStandIn plain;
    private static WebhookStandIn encrypted;

    @BeforeAll
    static void start() throws Exception {
        tls = certified();
        sender = new WebhookSender(settings(PATIENCE), tls, Clock.systemUTC());
        plain = WebhookStandIn.start();
        var https = HttpsServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(tls));
        encrypted = WebhookStandIn.on(https);
        try (var patient = new WebhookSender(settings(Duration.ofSeconds(10)), tls, Clock.systemUTC())) {
            patient.post(url("https://" + HOST + ":" + encrypted.port() + "/warm"), LOOPBACK, message());
        }
    }

    @AfterAll
    static void stop() throws IOException {
        sender.close();
        plain.close();
        encrypted.close();
    }

    @Test
    void signsWithEachSecretAsTheStandardSays() {
        var other = "whsec_ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";
        var message = SignedMessage.of("id-1", Instant.now(), body(), List.of(SECRET, other));

        assertThat(sender.post(url(plain.url("signed")), LOOPBACK, message)).isEqualTo(new Answer.Accepted());

        var request = plain.received("signed").getFirst();
        assertThat(request.id()).isEqualTo("id-1");
        assertThat(request.isSignedBy(SECRET)).isTrue();
        assertThat(request.isSignedBy(other)).isTrue();
        assertThat(request.isSignedBy("whsec_" + "A".repeat(44))).isFalse();
        assertThat(request.contentType()).isEqualTo("application/cloudevents+json; charset=UTF-8");
    }

    @Test
    void connectsToTheCheckedAddressUnderTheNameOfTheHost() {
        var address = "https://" + HOST + ":" + encrypted.port() + "/named?token=1";

        assertThat(post(address)).isEqualTo(new Answer.Accepted());

        assertThat(encrypted.received("named").getFirst().host()).isEqualTo(HOST + ":" + encrypted.port());
    }

    @Test
    void doesNotTalkToAServerWithAnotherNamesCertificate() {
        assertThat(post("https://other.example.test:" + encrypted.port() + "/other"))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.reason()).contains("certificate"));
        assertThat(encrypted.received("other")).isEmpty();
    }

    @Test
    void doesNotTalkToAServerThatNobodyVouchesFor() throws Exception {
        try (var strict =
                new WebhookSender(settings(Duration.ofSeconds(10)), SSLContext.getDefault(), Clock.systemUTC())) {
            assertThat(strict.post(url("https://" + HOST + ":" + encrypted.port() + "/x"), LOOPBACK, message()))
                    .isInstanceOf(Answer.Failed.class);
        }
    }

    @Test
    void followsNoRedirect() {
        plain.reply("here", new Reply(307, Map.of("Location", plain.url("there")), 0));

        assertThat(post(plain.url("here"))).isEqualTo(Answer.Failed.because("the endpoint answered 307"));
        assertThat(plain.received("there")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {304, 400, 401, 404, 408, 500, 502})
    void takesEveryOtherAnswerForAFailure(int status) {
        plain.reply("status", Reply.of(status));

        assertThat(post(plain.url("status"))).isEqualTo(Answer.Failed.because("the endpoint answered " + status));
        assertThat(plain.received("status").removeLast()).isNotNull();
    }

    @Test
    void hearsThatAnEndpointIsGoneAndHowLongItAsksToWait() {
        plain.reply("gone", Reply.of(410));
        plain.reply("busy", new Reply(429, Map.of("Retry-After", "90"), 0));
        plain.reply("down", new Reply(500, Map.of("Retry-After", "90"), 0));

        assertThat(post(plain.url("gone"))).isEqualTo(new Answer.Gone());
        assertThat(post(plain.url("busy")))
                .isEqualTo(new Answer.Failed("the endpoint answered 429", Duration.ofSeconds(90)));
        assertThat(post(plain.url("down"))).isEqualTo(Answer.Failed.because("the endpoint answered 500"));
    }

    @Test
    void waitsForAServerThatNeverAnswersOnlySoLong() throws IOException {
        try (var silent = new ServerSocket(0, 1, LOOPBACK)) {
            assertThat(post("http://127.0.0.1:" + silent.getLocalPort() + "/"))
                    .isEqualTo(Answer.Failed.because("the endpoint did not answer within 700 ms"));
            assertThat(post("https://" + HOST + ":" + silent.getLocalPort() + "/"))
                    .isEqualTo(Answer.Failed.because("the endpoint did not answer within 700 ms"));
        }
    }

    @Test
    void waitsForAServerThatDripsOnlySoLong() throws Exception {
        try (var dripping = new ServerSocket(0, 1, LOOPBACK)) {
            Thread.ofVirtual().start(() -> drip(dripping));

            assertThat(post("http://127.0.0.1:" + dripping.getLocalPort() + "/"))
                    .isEqualTo(Answer.Failed.because("the endpoint did not answer within 700 ms"));
        }
    }

    @Test
    void takesNoHalfAnswerForOne() throws Exception {
        try (var silent = new HalfServer("HTTP/1.1 200 OK\r\nContent-Le", HalfServer.Then.HANGS);
                var cut = new HalfServer("", HalfServer.Then.RESETS)) {
            assertThat(post(silent.address()))
                    .isEqualTo(Answer.Failed.because("the endpoint did not answer within 700 ms"));
            assertThat(post(cut.address())).isInstanceOf(Answer.Failed.class);
            assertThat(cut.requests()).as("sent again only in its time").isEqualTo(1);
        }
    }

    @Test
    void readsNoEndlessHeaders() throws Exception {
        try (var flooding = new ServerSocket(0, 1, LOOPBACK)) {
            Thread.ofVirtual().start(() -> answer(flooding, "HTTP/1.1 200 OK\r\nX: " + "x".repeat(1 << 20)));

            assertThat(post("http://127.0.0.1:" + flooding.getLocalPort() + "/"))
                    .isInstanceOf(Answer.Failed.class);
        }
    }

    @Test
    void doesNotWaitForTheEndOfAnAnswersBody() throws Exception {
        try (var endless = new ServerSocket(0, 1, LOOPBACK)) {
            Thread.ofVirtual()
                    .start(() -> answer(endless, "HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\nnever the rest"));

            assertThat(post("http://127.0.0.1:" + endless.getLocalPort() + "/")).isEqualTo(new Answer.Accepted());
        }
    }

    @Test
    void saysThatNobodyListensWithoutNamingTheAddress() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, LOOPBACK)) {
            port = closed.getLocalPort();
        }

        assertThat(post("http://127.0.0.1:" + port + "/hush"))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.reason())
                                .contains("cannot be reached")
                                .doesNotContain("127.0.0.1", "hush"));
    }

    private static Answer post(String address) {
        return sender.post(url(address), LOOPBACK, message());
    }

    private static SignedMessage message() {
        return SignedMessage.of("id", Instant.now(), body(), List.of(SECRET));
    }

    private static byte[] body() {
        return "{\"headline\":\"böse\"}".getBytes(StandardCharsets.UTF_8);
    }

    private static EndpointUrl url(String text) {
        return ((Readable) EndpointUrl.read(text)).url();
    }

    /** A byte now and then, each sooner than a pause would be noticed. */
    private static void drip(ServerSocket server) {
        try (var connection = server.accept()) {
            connection.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                connection.getOutputStream().write('x');
                connection.getOutputStream().flush();
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
        } catch (IOException hungUp) {
            // as it should
        }
    }

    private static void answer(ServerSocket server, String text) {
        try (var connection = server.accept()) {
            connection.getInputStream().readNBytes(1);
            connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            connection.getOutputStream().flush();
            connection.getInputStream().readAllBytes();
        } catch (IOException hungUp) {
            // as it should
        }
    }

    private static WebhookSettings settings(Duration patience) {
        return new WebhookSettings(
                null,
                List.of(),
                Set.of(443),
                50,
                Duration.ofHours(1),
                List.of(Duration.ofSeconds(5)),
                0,
                Duration.ofHours(1),
                Duration.ofDays(5),
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                patience,
                8,
                20,
                Duration.ofSeconds(10));
    }

    /** Trusts, and has, a certificate for one host that is made for this run. */
    private static SSLContext certified() throws IOException, InterruptedException, GeneralSecurityException {
        var file = folder.resolve("keys.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "hooks",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + HOST,
                        "-ext",
                        "san=dns:" + HOST,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        var said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        var store = KeyStore.getInstance(file.toFile(), PASSWORD);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
