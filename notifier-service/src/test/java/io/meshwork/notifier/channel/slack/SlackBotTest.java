package io.meshwork.notifier.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.meshwork.notifier.Given;
import io.meshwork.notifier.channel.slack.Destination.Conversation;
import io.meshwork.notifier.channel.slack.SlackStandIn.Received;
import io.meshwork.notifier.channel.slack.SlackStandIn.Reply;
import io.meshwork.notifier.telling.Told.MessageRef;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SlackBotTest {

    private static final MessageRef THERE = new MessageRef("C1", "1700000000.000000");
    private static final Posting.New NEW = new Posting.New(saying("new"));
    private static final Posting.Changed CHANGED =
            new Posting.Changed(THERE, saying("as it stands"), saying("what happened"), false);

    private final SlackStandIn slack = SlackStandIn.start();
    private final SlackClient client =
            new SlackClient(settings(), new JsonMapper(), Clock.fixed(Given.NOW, ZoneOffset.UTC));
    private final Conversation team = new Conversation(slack.api(), "xoxb-test", "C1");

    @AfterEach
    void stop() {
        client.close();
        slack.close();
    }

    @Test
    void remembersWhereItsMessageStands() {
        assertThat(client.post(team, NEW)).isEqualTo(new Answer.Accepted(THERE));
        assertThat(slack.received().getFirst().message().path("channel").stringValue())
                .isEqualTo("C1");
    }

    @Test
    void changesItsMessageAndAnswersInTheThread() {
        assertThat(client.post(team, CHANGED)).isEqualTo(new Answer.Accepted(THERE));

        assertThat(slack.received())
                .extracting(Received::method, Received::text)
                .containsExactly(tuple("chat.update", "as it stands"), tuple("chat.postMessage", "what happened"));
    }

    @Test
    void writesANewMessageWhereTheOldOneIsGone() {
        slack.replyOnce(refusal("message_not_found"));

        assertThat(client.post(team, CHANGED)).isInstanceOf(Answer.Accepted.class);
        assertThat(slack.received()).extracting(Received::text).containsExactly("as it stands", "as it stands");
    }

    @Test
    void triesAgainWhatTheThreadDidNotGet() {
        slack.replyOnce(Reply.of(200, "{\"ok\": true, \"channel\": \"C1\", \"ts\": \"1700000000.000000\"}"));
        slack.replyOnce(Reply.of(503, ""));

        assertThat(client.post(team, CHANGED)).isEqualTo(new Answer.Unavailable("Slack answered 503"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal_error", "not_in_channel", "token_revoked", "missing_scope"})
    void keepsWhatSlackOrItsOperatorsWillTakeLater(String error) {
        slack.replyOnce(refusal(error));

        assertThat(client.post(team, NEW)).isEqualTo(new Answer.Unavailable("Slack answered " + error));
    }

    @Test
    void keepsWhatWasSentWithAWrongTokenAndDoesNotTellTheToken() {
        var stranger = new Conversation(slack.api(), "xoxb-s3cret", "C1");

        assertThat(client.post(stranger, NEW)).isEqualTo(new Answer.Unavailable("Slack answered invalid_auth"));
        assertThat(stranger.toString()).doesNotContain("s3cret");
    }

    @Test
    void takesOtherErrorsForFinal() {
        slack.replyOnce(refusal("channel_not_found"));

        assertThat(client.post(team, NEW)).isEqualTo(new Answer.Refused("Slack answered channel_not_found"));
    }

    @Test
    void waitsWhenSlackSaysThatItIsTooMuch() {
        slack.replyOnce(new Reply(429, "", Map.of("Retry-After", "7")));
        slack.replyOnce(refusal("ratelimited"));

        assertThat(client.post(team, NEW)).isEqualTo(new Answer.Throttled(Duration.ofSeconds(7)));
        assertThat(client.post(team, NEW)).isInstanceOf(Answer.Throttled.class);
    }

    @Test
    void triesAgainWhenTheAnswerIsNoJson() {
        slack.replyOnce(Reply.of(200, "<html>"));

        assertThat(client.post(team, NEW)).isEqualTo(new Answer.Unavailable("Slack's answer is not JSON"));
    }

    private static Reply refusal(String error) {
        return Reply.of(200, "{\"ok\": false, \"error\": \"" + error + "\"}");
    }

    private static SlackMessage saying(String words) {
        return SlackMessage.of(words, List.of(Block.Header.of(words)));
    }

    private static SlackSettings settings() {
        return new SlackSettings(
                null,
                Map.of(),
                null,
                null,
                Map.of(),
                URI.create("https://slack.example/api/"),
                Map.of(),
                Duration.ofSeconds(1),
                5,
                100,
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                1,
                Duration.ofSeconds(1),
                2,
                Duration.ofSeconds(1));
    }
}
