package io.meshwork.notifier.channel.slack;

import io.meshwork.notifier.channel.slack.Destination.Conversation;
import io.meshwork.notifier.channel.slack.Destination.Webhook;
import io.meshwork.notifier.news.Text;
import io.meshwork.notifier.telling.Told.MessageRef;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Posts or changes one message and says what came of it. Reasons never hold addresses or tokens, which are secrets. */
final class SlackClient implements AutoCloseable {

    private static final Duration UNSTATED_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int REASON = 200;

    /** Errors of the Web API that pass, or that operators mend without the message having to change. */
    private static final Set<String> PASSING = Set.of(
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "rollup_error",
            "invalid_auth",
            "not_authed",
            "token_expired",
            "token_revoked",
            "account_inactive",
            "missing_scope",
            "no_permission",
            "not_in_channel");

    /** The message cannot be changed any more, for instance because somebody deleted it, or its channel is another one now. */
    private static final Set<String> UNCHANGEABLE = Set.of(
            "message_not_found", "cant_update_message", "edit_window_closed", "channel_not_found", "is_archived");

    private final HttpClient http;
    private final JsonMapper json;
    private final Duration timeout;
    private final Clock clock;

    SlackClient(SlackSettings settings, JsonMapper json, Clock clock) {
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.json = json;
        this.timeout = settings.requestTimeout();
        this.clock = clock;
    }

    Answer post(Destination destination, Posting posting) {
        return switch (destination) {
            case Webhook(var address) ->
                send(HttpRequest.newBuilder(address), posting.message(), _ -> new Answer.Accepted(null));
            case Conversation conversation ->
                switch (posting) {
                    case Posting.New(var message) -> say(conversation, message);
                    case Posting.Changed changed -> change(conversation, changed);
                };
        };
    }

    private Answer say(Conversation to, SlackMessage message) {
        return call(to, "chat.postMessage", ApiMessage.post(to.channel(), message));
    }

    /** Changing is repeatable; the reply is last, so that it is repeated only when its own answer was lost. */
    private Answer change(Conversation to, Posting.Changed changed) {
        var answer = call(to, "chat.update", ApiMessage.change(changed.ref(), changed.message()));
        if (answer instanceof Answer.Refused(var reason)
                && UNCHANGEABLE.stream().anyMatch(reason::contains)) {
            return say(to, changed.message());
        }
        if (!(answer instanceof Answer.Accepted)) {
            return answer;
        }
        var replied = call(to, "chat.postMessage", ApiMessage.reply(changed.ref(), changed.reply(), changed.aloud()));
        return replied instanceof Answer.Accepted ? new Answer.Accepted(changed.ref()) : replied;
    }

    private Answer call(Conversation to, String method, ApiMessage message) {
        var request = HttpRequest.newBuilder(to.api().resolve(method)).header("Authorization", "Bearer " + to.token());
        return send(request, message, this::read);
    }

    private Answer send(HttpRequest.Builder request, Object body, Function<String, Answer> accepted) {
        var prepared = request.timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build();
        try {
            return read(http.send(prepared, HttpResponse.BodyHandlers.ofString()), accepted);
        } catch (HttpTimeoutException e) {
            return new Answer.Unavailable("Slack did not answer within " + timeout.toMillis() + " ms");
        } catch (ConnectException e) {
            return new Answer.Unavailable("Slack cannot be reached");
        } catch (IOException e) {
            return new Answer.Unavailable(
                    "the connection to Slack broke (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unavailable("sending was interrupted");
        }
    }

    private Answer read(HttpResponse<String> response, Function<String, Answer> accepted) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return accepted.apply(response.body());
        }
        if (status == 429) {
            return new Answer.Throttled(wait(response));
        }
        if (status == 408 || status >= 500) {
            return new Answer.Unavailable("Slack answered " + status);
        }
        return new Answer.Refused("Slack answered " + status + " " + Text.line(response.body(), REASON));
    }

    /** The Web API answers 200 also when it refuses. */
    private Answer read(String body) {
        try {
            var answer = json.readTree(body);
            if (answer.path("ok").asBoolean(false)) {
                return new Answer.Accepted(new MessageRef(
                        answer.path("channel").asString(""), answer.path("ts").asString("")));
            }
            var error = Text.line(answer.path("error").asString("no reason"), REASON);
            if (error.equals("ratelimited")) {
                return new Answer.Throttled(UNSTATED_WAIT);
            }
            return PASSING.contains(error)
                    ? new Answer.Unavailable("Slack answered " + error)
                    : new Answer.Refused("Slack answered " + error);
        } catch (JacksonException e) {
            return new Answer.Unavailable("Slack's answer is not JSON");
        }
    }

    private Duration wait(HttpResponse<String> response) {
        var asked =
                response.headers().firstValue("Retry-After").map(this::duration).orElse(UNSTATED_WAIT);
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    /** Seconds or a date, as RFC 9110 allows. */
    private Duration duration(String text) {
        try {
            return text.strip().chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(text.strip()))
                    : Duration.between(
                            clock.instant(), ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (NumberFormatException | DateTimeParseException e) {
            return UNSTATED_WAIT;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
