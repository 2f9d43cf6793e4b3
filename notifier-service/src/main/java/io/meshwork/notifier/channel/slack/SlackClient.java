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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
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
                send(HttpRequest.newBuilder(address), posting.message(), new Reading.OfStatus());
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
        return send(request, message, new Reading.OfBody());
    }

    /** Where an answer says that a message was taken: a webhook's in its status, so that the rest need not arrive. */
    private sealed interface Reading {

        record OfStatus() implements Reading {}

        record OfBody() implements Reading {}
    }

    private Answer send(HttpRequest.Builder request, Object body, Reading reading) {
        var prepared = request.timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build();
        var status = new AtomicInteger();
        var exchange = http.sendAsync(prepared, info -> {
            status.set(info.statusCode());
            return HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8);
        });
        try {
            return read(exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS), reading);
        } catch (TimeoutException e) {
            // the request's own time-out ends with the headers of the answer
            exchange.cancel(true);
            return isTaken(status.get(), reading) ? new Answer.Accepted(null) : late();
        } catch (ExecutionException e) {
            return isTaken(status.get(), reading) ? new Answer.Accepted(null) : broken(e.getCause());
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Unavailable("sending was interrupted");
        }
    }

    private static boolean isTaken(int status, Reading reading) {
        return isSuccess(status) && reading instanceof Reading.OfStatus;
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    private Answer late() {
        return new Answer.Unavailable("Slack did not answer within " + timeout.toMillis() + " ms");
    }

    private Answer broken(@Nullable Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException _ -> late();
            case ConnectException _ -> new Answer.Unavailable("Slack cannot be reached");
            case IOException e ->
                new Answer.Unavailable(
                        "the connection to Slack broke (" + e.getClass().getSimpleName() + ")");
            case null, default -> throw new IllegalStateException("a message to Slack could not be sent", cause);
        };
    }

    private Answer read(HttpResponse<String> response, Reading reading) {
        int status = response.statusCode();
        if (isSuccess(status)) {
            return isTaken(status, reading) ? new Answer.Accepted(null) : read(response.body());
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
