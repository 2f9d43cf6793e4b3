package io.meshwork.notifier.platform;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseWatchTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final List<String> told = new ArrayList<>();
    private boolean heard = true;
    private Instant now = NOW;
    private final DatabaseWatch watch = new DatabaseWatch(
            news -> {
                told.add(news.headline());
                return heard;
            },
            MINUTE,
            clock(() -> now));

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }

    @Test
    void saysNothingOfAShortSilence() {
        watch.isSilent("refused");
        now = now.plus(MINUTE).minusMillis(1);
        watch.isSilent("refused");
        watch.answers();
        now = now.plusMillis(1);
        watch.isSilent("refused");

        assertThat(told).isEmpty();
    }

    @Test
    void saysOnceThatItIsSilentAndOnceThatItAnswersAgain() {
        for (int i = 0; i < 20; i++) {
            watch.isSilent("refused");
            now = now.plus(MINUTE);
        }
        watch.answers();
        watch.answers();

        assertThat(told)
                .containsExactly(
                        "The database of the notifier cannot be reached", "The database of the notifier answers again");
    }

    @Test
    void triesAgainWhileNobodyHears() {
        heard = false;
        watch.isSilent("refused");
        now = now.plus(MINUTE);
        watch.isSilent("refused");
        heard = true;
        watch.isSilent("refused");
        watch.isSilent("refused");
        heard = false;
        watch.answers();
        heard = true;
        watch.answers();
        watch.answers();

        assertThat(told).hasSize(4);
    }
}
