package io.meshwork.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void tellsInTheOrderInWhichThingsHappened() {
        Instant now = Clock.systemUTC().instant();
        try (Timeline timeline = new Timeline(Clock.systemUTC())) {
            timeline.add(now.plusMillis(30), () -> told.add("judged"));
            timeline.add(now.plusMillis(20), () -> told.add("published"));
            timeline.add(now.plusMillis(30), () -> told.add("scored"));
            timeline.add(now, () -> told.add("submitted"));
        }

        assertThat(told).containsExactly("submitted", "published", "judged", "scored");
    }

    @Test
    void holdsBackOnlyWhatIsNew() {
        Instant now = Clock.systemUTC().instant();
        try (Timeline timeline = new Timeline(Clock.systemUTC())) {
            timeline.add(now.plusSeconds(600), () -> told.add("later"));
            timeline.add(now.minusSeconds(2), () -> told.add("earlier"));

            await().until(() -> !told.isEmpty());
            assertThat(told).containsExactly("earlier");
        }
        assertThat(told).containsExactly("earlier", "later");
    }
}
