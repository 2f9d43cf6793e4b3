package io.meshwork.notifier.telling;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.Given;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.schedule.QuietHours;
import io.meshwork.notifier.schedule.Rhythm;
import io.meshwork.notifier.schedule.Schedule;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Now is noon in UTC, and quiet from eleven to two. */
class MomentsTest {

    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final Schedule QUIET = new Schedule(
            new Rhythm.AtOnce(),
            new QuietHours(LocalTime.of(11, 0), LocalTime.of(14, 0), ZoneOffset.UTC, Set.of(), Severity.CRITICAL));
    private static final Schedule HOURLY = new Schedule(new Rhythm.Every(Duration.ofHours(1)), null);

    private final Notification warning =
            Given.waiting(News.of(Kind.QUALITY_FAILED, Severity.WARNING, "failed"), About.PLATFORM);

    @Test
    void keepsWhatWasHeldOutOfQuietHours() {
        assertThat(moments(QUIET).free(List.of(warning), Severity.WARNING, NOW)).isEqualTo(NOW.plus(TWO_HOURS));
        assertThat(moments(QUIET).due(List.of(warning), NOW.plusSeconds(60))).containsOnlyKeys(NOW.plus(TWO_HOURS));
    }

    @Test
    void tellsAtOnceWhatHasBecomeTooUrgentForQuietHours() {
        assertThat(moments(QUIET).free(List.of(warning), Severity.CRITICAL, NOW))
                .isEqualTo(NOW);
    }

    @Test
    void tellsWhatWasHeldWithTheNextDigest() {
        assertThat(moments(HOURLY).due(List.of(warning), NOW.plusSeconds(60)))
                .containsOnlyKeys(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void tellsAChannelAsSoonAsOneOfItsSubscribersMayBeTold() {
        var other = Given.waitingFor("awake", warning.news(), About.PLATFORM);

        assertThat(moments(QUIET).free(List.of(warning, other), Severity.WARNING, NOW))
                .isEqualTo(NOW);
    }

    @Test
    void putsNothingOffForWhoHasNoSchedule() {
        assertThat(new Moments(Map.of()).due(List.of(warning), NOW)).containsOnlyKeys(NOW);
    }

    private static Moments moments(Schedule ofOps) {
        return new Moments(Map.of("ops", ofOps));
    }
}
