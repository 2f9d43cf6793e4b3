package io.meshwork.notifier.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.meshwork.notifier.Given;
import io.meshwork.notifier.channel.slack.Destination.Webhook;
import io.meshwork.notifier.channel.slack.SlackStandIn.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SlackGateTest {

    private static final Posting MESSAGE = new Posting.New(SlackMessage.of("hello", List.of(Block.Header.of("hello"))));

    private final SlackStandIn slack = SlackStandIn.start();
    private final SlackSettings settings = settings(Duration.ofMillis(20), 1);
    private final SlackGate gate = gate(settings);

    @AfterEach
    void stop() {
        slack.close();
    }

    @Test
    void takesOkForAccepted() {
        assertThat(post(gate)).isEqualTo(new Answer.Accepted(null));
        assertThat(slack.received().getFirst().header()).isEqualTo("hello");
    }

    @Test
    void waitsAsLongAsSlackAsks() {
        slack.reply(new Reply(429, "", Map.of("Retry-After", "7")));

        assertThat(post(gate)).isEqualTo(new Answer.Throttled(Duration.ofSeconds(7)));
    }

    @Test
    void waitsUntilTheDateThatSlackNames() {
        slack.reply(new Reply(429, "", Map.of("Retry-After", "Sun, 01 Mar 2026 12:00:30 GMT")));

        assertThat(post(gate)).isEqualTo(new Answer.Throttled(Duration.ofSeconds(30)));
    }

    @Test
    void waitsAWhileWhenSlackDoesNotSayHowLong() {
        slack.reply(new Reply(429, "", Map.of("Retry-After", "soon")));

        assertThat(post(gate)).isEqualTo(new Answer.Throttled(Duration.ofSeconds(30)));
    }

    @Test
    void takesOtherClientErrorsForFinalAndKeepsTheReason() {
        for (int status : List.of(400, 403, 404, 410)) {
            slack.reply(Reply.of(status, "no_service\n"));

            assertThat(post(gate)).isEqualTo(new Answer.Refused("Slack answered " + status + " no_service"));
        }
    }

    @Test
    void takesARedirectForFinalAndDoesNotFollowIt() {
        slack.reply(new Reply(302, "", Map.of("Location", slack.webhook().toString())));

        assertThat(post(gate)).isInstanceOf(Answer.Refused.class);
        assertThat(slack.received()).hasSize(1);
    }

    @Test
    void takesServerErrorsForPassing() {
        slack.reply(Reply.of(503, "down"));

        assertThat(post(gate)).isEqualTo(new Answer.Unavailable("Slack answered 503"));
    }

    @Test
    void triesAgainAtOnceBeforeGivingUpForNow() {
        slack.replyOnce(Reply.of(500, ""));

        assertThat(post(gate(settings(Duration.ofMillis(20), 2)))).isEqualTo(new Answer.Accepted(null));
        assertThat(slack.received()).hasSize(2);
    }

    @Test
    void neitherWaitsForEverNorTellsTheSecretWhenSlackIsSilent() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answer = gate.post("", webhook("http://127.0.0.1:" + silent.getLocalPort() + "/secret"), MESSAGE);

            assertThat(answer).isEqualTo(new Answer.Unavailable("Slack did not answer within 500 ms"));
        }
    }

    @Test
    void doesNotTellTheSecretWhenSlackIsOutOfReach() throws IOException {
        var gone = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gone.start();
        int port = gone.getAddress().getPort();
        gone.stop(0);

        var answer = gate.post("", webhook("http://127.0.0.1:" + port + "/secret"), MESSAGE);

        assertThat(answer).isEqualTo(new Answer.Unavailable("Slack cannot be reached"));
    }

    /** A proxy before Slack that answers half and falls silent. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 500 Oops\r\nContent-Length: 9000\r\n\r\nhalf"})
    void waitsForTheRestOfAnAnswerOnlySoLong(String half) throws Exception {
        try (var server = new HalfServer(half, HalfServer.Then.HANGS)) {
            assertThat(gate.post("", webhook(server.address()), MESSAGE))
                    .isEqualTo(new Answer.Unavailable("Slack did not answer within 500 ms"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWebhookThatSaysYesHasTakenTheMessageWhateverBecomesOfTheRest(HalfServer.Then then) throws Exception {
        try (var server = new HalfServer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no", then)) {
            assertThat(gate.post("", webhook(server.address()), MESSAGE)).isEqualTo(new Answer.Accepted(null));
        }
    }

    /** It may have taken the message, which is sent again: rather twice than never. */
    @Test
    void takesAConnectionThatIsCutAfterTheRequestForPassing() throws Exception {
        try (var server = new HalfServer("", HalfServer.Then.RESETS)) {
            assertThat(gate.post("", webhook(server.address()), MESSAGE))
                    .isInstanceOfSatisfying(
                            Answer.Unavailable.class,
                            failed -> assertThat(failed.reason())
                                    .startsWith("the connection to Slack broke")
                                    .doesNotContain("secret"));
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void takesANameThatDoesNotResolveForPassing() {
        assertThat(gate.post("", webhook("http://nowhere.invalid/secret"), MESSAGE))
                .isEqualTo(new Answer.Unavailable("Slack cannot be reached"));
    }

    @Test
    void oneChannelThatIsOutOfReachHoldsUpNoOther() {
        slack.reply(Reply.of(500, ""));
        for (int i = 0; i < 5; i++) {
            gate.post("dead", new Webhook(slack.webhook()), MESSAGE);
        }
        assertThat(gate.post("dead", new Webhook(slack.webhook()), MESSAGE)).isInstanceOf(Answer.Spared.class);
        slack.reply(Reply.of(200, "ok"));

        assertThat(post(gate)).isEqualTo(new Answer.Accepted(null));
    }

    @Test
    void leavesSlackAloneWhenCallsKeepFailing() {
        slack.reply(Reply.of(500, ""));
        for (int i = 0; i < 4; i++) {
            assertThat(post(gate)).isInstanceOf(Answer.Unavailable.class);
        }

        assertThat(post(gate)).isInstanceOf(Answer.Spared.class);
        assertThat(slack.received()).hasSize(4);
        assertThat(gate.circuits().circuitBreaker("slack").getState()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    @Test
    void countsTheTryByWhichTheCircuitOpens() {
        var patient = gate(settings(Duration.ofMillis(20), 2));
        slack.replyOnce(Reply.of(200, "ok"));
        slack.reply(Reply.of(500, ""));
        assertThat(post(patient)).isInstanceOf(Answer.Accepted.class);
        assertThat(post(patient)).isInstanceOf(Answer.Unavailable.class);

        assertThat(post(patient)).isEqualTo(new Answer.Unavailable("Slack answered 500"));

        assertThat(slack.received()).hasSize(4);
        assertThat(post(patient)).isInstanceOf(Answer.Spared.class);
    }

    @Test
    void sendsNoFasterThanTheInterval() {
        var paced = gate(settings(Duration.ofMillis(200), 1));

        for (int i = 0; i < 4; i++) {
            assertThat(post(paced)).isEqualTo(new Answer.Accepted(null));
        }

        var times = slack.received().stream().map(SlackStandIn.Received::time).toList();
        assertThat(Duration.between(times.getFirst(), times.getLast())).isGreaterThan(Duration.ofMillis(450));
    }

    private Answer post(SlackGate sender) {
        return sender.post("", new Webhook(slack.webhook()), MESSAGE);
    }

    private static Webhook webhook(String address) {
        return new Webhook(URI.create(address));
    }

    private static SlackGate gate(SlackSettings settings) {
        return new SlackGate(
                new SlackClient(settings, new JsonMapper(), Clock.fixed(Given.NOW, ZoneOffset.UTC)), settings);
    }

    private static SlackSettings settings(Duration interval, int attempts) {
        return new SlackSettings(
                null,
                Map.of(),
                null,
                null,
                Map.of(),
                URI.create("https://slack.example/api/"),
                Map.of(),
                interval,
                5,
                5_000,
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                attempts,
                Duration.ofSeconds(1),
                2,
                Duration.ofSeconds(30));
    }
}
