package io.meshwork.messaging.web;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Answers about requests that were taken and are not decided yet. They are in their topic and nowhere else, so the address that
 * a 202 names says itself since when: what stands there answers 202 until the request is decided, for an hour, and then 404 as
 * for an id that nobody gave.
 */
public final class Undecided {

    static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final String SECONDS_BETWEEN = "1";

    private final Clock clock;

    public Undecided(Clock clock) {
        this.clock = clock;
    }

    /**
     * The answer to a request that was not decided in time.
     *
     * @param place path that tells what becomes of it
     */
    public <T> ResponseEntity<T> taken(String place, T pending) {
        return pending(place, clock.instant().truncatedTo(ChronoUnit.SECONDS), pending);
    }

    /**
     * What stands at that place. Whoever asks at an address of their own making learns no more than they wrote.
     *
     * @param code of the problem when nothing is known of the request
     * @param decided the answer, empty while there is none
     * @throws ProblemException with 404 when the request is not known
     */
    public <T> ResponseEntity<T> ask(
            Question question, String code, T pending, Supplier<Optional<ResponseEntity<T>>> decided) {
        return Waiting.until(question.patience(), decided).orElseGet(() -> {
            Instant since = question.since();
            if (since == null || !isRecent(since)) {
                throw unknown(code, since);
            }
            return pending(question.place(), since, pending);
        });
    }

    private boolean isRecent(Instant since) {
        Instant now = clock.instant();
        return !since.isAfter(now.plus(SKEW)) && !since.isBefore(now.minus(LONGEST));
    }

    private static <T> ResponseEntity<T> pending(String place, Instant since, T pending) {
        return ResponseEntity.accepted()
                .location(URI.create(place + "?" + Question.SINCE + "=" + since))
                .header(HttpHeaders.RETRY_AFTER, SECONDS_BETWEEN)
                .body(pending);
    }

    private static ProblemException unknown(String code, @Nullable Instant since) {
        String detail = since == null
                ? "the request is not decided, or its id is wrong; ask at the address that its 202 gave as Location, which"
                        + " tells the two apart"
                : "the request is not decided, and was not taken within the last hour; see whether its service runs, and"
                        + " whether its dead letters have it (mesh status, mesh dlt list)";
        return new ProblemException(HttpStatus.NOT_FOUND, code, "Not found", detail, List.of());
    }
}
