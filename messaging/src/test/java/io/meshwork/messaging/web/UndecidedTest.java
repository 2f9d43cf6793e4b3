package io.meshwork.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;

/** Waiting and wrong are two answers. */
class UndecidedTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.25Z");
    private static final String PLACE = "/api/v1/things/requests/7";

    private final Undecided undecided = new Undecided(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void theAddressSaysSinceWhen() {
        var taken = undecided.taken(PLACE, "pending");

        assertThat(taken.getStatusCode().value()).isEqualTo(202);
        assertThat(taken.getHeaders().getLocation()).isEqualTo(URI.create(PLACE + "?since=2026-03-01T10:00:00Z"));
        assertThat(taken.getHeaders().getFirst("Retry-After")).isEqualTo("1");
        assertThat(taken.getBody()).isEqualTo("pending");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T10:00:00Z", "2026-03-01T09:00:01Z", "2026-03-01T10:00:59Z"})
    void whatWasTakenIsPendingAtItsAddress(Instant since) {
        var answer = ask(since, OutcomeWait.NONE, Optional.empty());

        assertThat(answer.getStatusCode().value()).isEqualTo(202);
        assertThat(answer.getHeaders().getLocation()).isEqualTo(URI.create(PLACE + "?since=" + since));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T08:59:59Z", "2026-03-01T10:02:00Z", "-1000000000-01-01T00:00:00Z"})
    void whatWasNotTakenLatelyIsNotKnown(Instant since) {
        assertThatThrownBy(() -> ask(since, OutcomeWait.NONE, Optional.empty()))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status().value()).isEqualTo(404);
                    assertThat(problem.code()).isEqualTo("thing.request.unknown");
                    assertThat(problem).hasMessageContaining("mesh dlt list");
                });
    }

    @Test
    void anAddressThatSaysNothingIsNotKnownEither() {
        assertThatThrownBy(() -> ask(null, OutcomeWait.NONE, Optional.empty()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Location");
    }

    @Test
    void whatIsDecidedIsToldWhateverTheAddressSays() {
        assertThat(ask(null, OutcomeWait.NONE, Optional.of(ResponseEntity.ok("done")))
                        .getBody())
                .isEqualTo("done");
    }

    @Test
    void waitsForTheDecisionAsLongAsItIsAskedTo() {
        AtomicInteger looks = new AtomicInteger();

        var answer = undecided.ask(
                new Question(PLACE, NOW, new OutcomeWait(Duration.ofMinutes(1))),
                "thing.request.unknown",
                "pending",
                () -> looks.incrementAndGet() < 3 ? Optional.empty() : Optional.of(ResponseEntity.ok("done")));

        assertThat(answer.getBody()).isEqualTo("done");
    }

    private ResponseEntity<String> ask(Instant since, OutcomeWait wait, Optional<ResponseEntity<String>> decided) {
        return undecided.ask(new Question(PLACE, since, wait), "thing.request.unknown", "pending", () -> decided);
    }
}
