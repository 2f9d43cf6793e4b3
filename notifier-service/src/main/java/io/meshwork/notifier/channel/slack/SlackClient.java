package io.meshwork.notifier.channel.slack;

import io.meshwork.notifier.news.Text;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.json.JsonMapper;

/** Posts one message and says what came of it. Reasons never hold the address, which is a secret. */
final class SlackClient implements AutoCloseable {

    private static final Duration UNSTATED_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int REASON = 200;

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

    Answer post(URI webhook, SlackMessage message) {
        var request = HttpRequest.newBuilder(webhook)
                .timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(message)))
                .build();
        try {
            return read(http.send(request, HttpResponse.BodyHandlers.ofString()));
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

    private Answer read(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Answer.Accepted();
        }
        if (status == 429) {
            return new Answer.Throttled(wait(response));
        }
        if (status == 408 || status >= 500) {
            return new Answer.Unavailable("Slack answered " + status);
        }
        return new Answer.Refused("Slack answered " + status + " " + Text.line(response.body(), REASON));
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
