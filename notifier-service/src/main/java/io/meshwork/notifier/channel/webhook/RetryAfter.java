package io.meshwork.notifier.channel.webhook;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Seconds or a date, as RFC 9110 allows. */
final class RetryAfter {

    /** Up to eleven days; whoever asks for more asks for the longest that is granted. */
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Duration VERY_LONG = Duration.ofDays(365);

    private RetryAfter() {}

    /** Null when it is not asked for in a way that can be read. */
    static @Nullable Duration of(HttpResponse response, Clock clock) {
        var header = response.getFirstHeader("Retry-After");
        return header == null || header.getValue() == null
                ? null
                : read(header.getValue().strip(), clock);
    }

    static @Nullable Duration read(String text, Clock clock) {
        if (SECONDS.matcher(text).matches()) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        if (DIGITS.matcher(text).matches()) {
            return VERY_LONG;
        }
        try {
            var wait =
                    Duration.between(clock.instant(), ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
