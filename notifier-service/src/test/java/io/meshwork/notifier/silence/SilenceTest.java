package io.meshwork.notifier.silence;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.notifier.Given;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.schedule.Window;
import io.meshwork.notifier.subscription.Filter;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final Filter CART = new Filter(Set.of(), Set.of("cart"), Set.of(), Set.of(), Severity.INFO);
    private static final News FAILED = News.of(Kind.QUALITY_FAILED, Severity.WARNING, "cart.orders failed");
    private static final About ORDERS = About.product(Given.orders());

    @Test
    void holdsFromItsBeginningUntilJustBeforeItsEnd() {
        var silence = new Silence("move", "ops", CART, NOW, NOW.plusSeconds(60), "moving");

        assertThat(covers(silence, NOW.minusNanos(1))).isFalse();
        assertThat(covers(silence, NOW)).isTrue();
        assertThat(covers(silence, NOW.plusSeconds(60).minusNanos(1))).isTrue();
        assertThat(covers(silence, NOW.plusSeconds(60))).isFalse();
        assertThat(silence.endOf(NOW)).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void coversNothingElse() {
        var silence = new Silence("move", "ops", CART, NOW, NOW.plusSeconds(60), "moving");

        assertThat(silence.covers(About.unknown("media.films", null), FAILED, NOW))
                .isFalse();
        assertThat(silence.covers(About.PLATFORM, FAILED, NOW)).isFalse();
        assertThat(silence.covers(About.domain("cart", null), FAILED, NOW)).isTrue();
    }

    @Test
    void holdsInItsHoursOfEveryWeek() {
        var weekend = weekly(null, "02:00", "04:00", DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

        // 2026-03-07 is a Saturday, and Berlin one hour ahead of UTC
        assertThat(covers(weekend, at("2026-03-07T00:59:59Z"))).isFalse();
        assertThat(covers(weekend, at("2026-03-07T01:00:00Z"))).isTrue();
        assertThat(weekend.endOf(at("2026-03-07T01:00:00Z"))).isEqualTo(at("2026-03-07T03:00:00Z"));
        assertThat(covers(weekend, at("2026-03-07T03:00:00Z"))).isFalse();
        assertThat(covers(weekend, at("2026-03-09T01:30:00Z"))).isFalse();
    }

    @Test
    void goesOverMidnight() {
        var friday = weekly(null, "22:00", "02:00", DayOfWeek.FRIDAY);

        assertThat(covers(friday, at("2026-03-07T00:30:00Z"))).isTrue();
        assertThat(friday.endOf(at("2026-03-07T00:30:00Z"))).isEqualTo(at("2026-03-07T01:00:00Z"));
        assertThat(covers(friday, at("2026-03-06T00:30:00Z"))).isFalse();
    }

    @Test
    void isShorterWhereTheClockIsPutForward() {
        var sunday = weekly(null, "01:30", "04:00", DayOfWeek.SUNDAY);

        // on 2026-03-29 the clock of Berlin jumps from 02:00 to 03:00
        assertThat(sunday.endOf(at("2026-03-29T00:30:00Z"))).isEqualTo(at("2026-03-29T02:00:00Z"));
        assertThat(covers(sunday, at("2026-03-29T02:00:00Z"))).isFalse();
    }

    @Test
    void lastsUntilTheClockThatIsPutBackHasShownItsEndTwice() {
        var sunday = weekly(null, "02:00", "02:30", DayOfWeek.SUNDAY);

        // on 2026-10-25 the clock of Berlin shows 02:00 to 03:00 twice
        assertThat(sunday.endOf(at("2026-10-25T00:00:00Z"))).isEqualTo(at("2026-10-25T01:30:00Z"));
        assertThat(covers(sunday, at("2026-10-25T00:45:00Z"))).isTrue();
    }

    @Test
    void endsInTheMiddleOfItsHours() {
        var until = at("2026-03-07T02:00:00Z");
        var weekend = weekly(until, "02:00", "04:00", DayOfWeek.SATURDAY);

        assertThat(weekend.endOf(at("2026-03-07T01:00:00Z"))).isEqualTo(until);
        assertThat(covers(weekend, until)).isFalse();
    }

    @Test
    void isPlannedBetweenItsHours() {
        var stored = new Stored(weekly(null, "02:00", "04:00", DayOfWeek.SATURDAY), true, 1, "ann", NOW);

        assertThat(stored.state(NOW)).isEqualTo(SilenceState.PLANNED);
        assertThat(stored.state(at("2026-03-07T01:00:00Z"))).isEqualTo(SilenceState.IN_FORCE);
        assertThat(new Stored(stored.silence(), false, 2, "ann", NOW).state(at("2026-03-07T01:00:00Z")))
                .isEqualTo(SilenceState.ENDED);
    }

    @Test
    void cannotHideTroubleForEver() {
        assertThatThrownBy(() -> new Silence("ever", "ops", CART, NOW, null, null, "no reason"))
                .hasMessageContaining("for ever");
    }

    private static Silence weekly(@Nullable Instant until, String from, String to, DayOfWeek... days) {
        var window = new Window(LocalTime.parse(from), LocalTime.parse(to), ZoneId.of("Europe/Berlin"), Set.of(days));
        return new Silence("weekly", "ops", CART, NOW, until, window, "maintenance");
    }

    private static boolean covers(Silence silence, Instant moment) {
        return silence.covers(ORDERS, FAILED, moment);
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
