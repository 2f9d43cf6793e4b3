package io.meshwork.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void looksLessOftenTheLongerItTakes() {
        Optional<String> found = Waiting.until(new OutcomeWait(Duration.ofSeconds(2)), () -> {
            looks.incrementAndGet();
            return Optional.empty();
        });

        assertThat(found).isEmpty();
        assertThat(looks).as("one every 20 ms would be a hundred").hasValueBetween(2, 50);
    }

    @Test
    void looksOnceWhenNobodyWaits() {
        Optional<String> found = Waiting.until(OutcomeWait.NONE, () -> {
            looks.incrementAndGet();
            return Optional.empty();
        });

        assertThat(found).isEmpty();
        assertThat(looks).hasValue(1);
    }
}
