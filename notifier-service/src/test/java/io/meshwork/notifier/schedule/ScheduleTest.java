package io.meshwork.notifier.schedule;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.notifier.news.Severity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In Berlin the clock went from 02:00 to 03:00 on Sunday 2026-03-29 (01:00Z), and from 03:00 to 02:00 on 2026-10-25 (01:00Z). */
class ScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(MONDAY, FRIDAY);

    @Test
    void tellsAtOnce() {
        assertThat(due(Schedule.AT_ONCE, "2026-03-02T12:00:00.123Z")).isEqualTo("2026-03-02T12:00:00.123Z");
    }

    @Test
    void whatFallsIntoOneIntervalLeavesTogetherAtItsEnd() {
        var everyHalfHour = every(30);

        assertThat(due(everyHalfHour, "2026-03-02T12:00:00Z")).isEqualTo("2026-03-02T12:30:00Z");
        assertThat(due(everyHalfHour, "2026-03-02T12:29:59.999999Z")).isEqualTo("2026-03-02T12:30:00Z");
        assertThat(due(everyHalfHour, "2026-03-02T12:30:00Z")).isEqualTo("2026-03-02T13:00:00Z");
    }

    @Test
    void intervalsFollowEachOtherWhateverTheirLengthAndTheClocks() {
        assertThat(due(every(1440), "2026-03-29T00:30:00Z")).isEqualTo("2026-03-30T00:00:00Z");
        var sevenMinutes = every(7);
        var first = sevenMinutes.due(Instant.parse("2026-03-28T23:57:00Z"), Severity.INFO);
        assertThat(sevenMinutes.due(first, Severity.INFO)).isEqualTo(first.plus(Duration.ofMinutes(7)));
        assertThat(due(every(60), "1969-12-31T23:30:00Z")).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void aDailyDigestComesAtItsTimeInItsZone() {
        var daily = daily("08:00", Set.of());

        assertThat(due(daily, "2026-01-15T06:59:59Z")).isEqualTo("2026-01-15T07:00:00Z");
        assertThat(due(daily, "2026-01-15T07:00:00Z")).as("belongs to the next").isEqualTo("2026-01-16T07:00:00Z");
        assertThat(due(daily, "2026-07-15T23:30:00Z")).as("summer").isEqualTo("2026-07-16T06:00:00Z");
    }

    @Test
    void aDailyDigestWaitsForItsWeekday() {
        var workdays = daily("08:00", WORKDAYS);

        assertThat(due(workdays, "2026-03-06T07:00:00Z")).as("Friday at eight").isEqualTo("2026-03-09T07:00:00Z");
        assertThat(due(daily("08:00", Set.of(SUNDAY)), "2026-03-22T07:00:00Z"))
                .as("the next Sunday is in summer time")
                .isEqualTo("2026-03-29T06:00:00Z");
    }

    @Test
    void aDailyDigestWhoseTimeTheClockJumpsOverComesAtTheJump() {
        var daily = daily("02:30", Set.of());

        assertThat(due(daily, "2026-03-28T12:00:00Z")).isEqualTo("2026-03-29T01:00:00Z");
        assertThat(due(daily, "2026-03-29T01:00:00Z")).isEqualTo("2026-03-30T00:30:00Z");
    }

    @Test
    void aDailyDigestWhoseTimeComesTwiceComesOnce() {
        var daily = daily("02:30", Set.of());

        assertThat(due(daily, "2026-10-24T12:00:00Z")).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(due(daily, "2026-10-25T00:30:00Z")).isEqualTo("2026-10-26T01:30:00Z");
        assertThat(due(daily, "2026-10-25T01:15:00Z")).isEqualTo("2026-10-26T01:30:00Z");
    }

    /** Samoa had no 30th of December in 2011: the clock went from the end of the 29th (10:00Z) to the 31st. */
    @Test
    void aDayThatDoesNotExistStopsNothing() {
        var apia = ZoneId.of("Pacific/Apia");
        var daily = new Schedule(new Rhythm.Daily(LocalTime.of(8, 0), apia, Set.of()), null);
        var quiet = new Schedule(new Rhythm.AtOnce(), quiet("22:00", "07:00", apia, Set.of()));

        assertThat(due(daily, "2011-12-29T20:00:00Z")).isEqualTo("2011-12-30T10:00:00Z");
        assertThat(due(daily, "2011-12-30T10:00:00Z")).isEqualTo("2011-12-30T18:00:00Z");
        assertThat(due(quiet, "2011-12-30T11:00:00Z")).isEqualTo("2011-12-30T17:00:00Z");
    }

    @Test
    void newsOfQuietHoursWaitsForTheirEnd() {
        var lunch = quietly("12:00", "13:30", Set.of());

        assertThat(due(lunch, "2026-01-15T10:59:59Z")).isEqualTo("2026-01-15T10:59:59Z");
        assertThat(due(lunch, "2026-01-15T11:00:00Z")).isEqualTo("2026-01-15T12:30:00Z");
        assertThat(due(lunch, "2026-01-15T12:29:59.999Z")).isEqualTo("2026-01-15T12:30:00Z");
        assertThat(due(lunch, "2026-01-15T12:30:00Z")).isEqualTo("2026-01-15T12:30:00Z");
    }

    @Test
    void quietHoursGoOverMidnight() {
        var night = quietly("22:00", "07:00", Set.of());

        assertThat(due(night, "2026-01-15T20:59:00Z")).isEqualTo("2026-01-15T20:59:00Z");
        assertThat(due(night, "2026-01-15T21:00:00Z")).isEqualTo("2026-01-16T06:00:00Z");
        assertThat(due(night, "2026-01-16T05:59:00Z")).isEqualTo("2026-01-16T06:00:00Z");
        assertThat(due(night, "2026-01-16T06:00:00Z")).isEqualTo("2026-01-16T06:00:00Z");
        assertThat(due(quietly("18:00", "00:00", Set.of()), "2026-01-15T20:00:00Z"))
                .as("until midnight")
                .isEqualTo("2026-01-15T23:00:00Z");
    }

    @Test
    void quietHoursBelongToTheWeekdayOnWhichTheyBegin() {
        var fridayNight = quietly("22:00", "07:00", Set.of(FRIDAY));

        assertThat(due(fridayNight, "2026-03-07T01:00:00Z"))
                .as("Saturday morning")
                .isEqualTo("2026-03-07T06:00:00Z");
        assertThat(due(fridayNight, "2026-03-06T01:00:00Z"))
                .as("Friday morning")
                .isEqualTo("2026-03-06T01:00:00Z");
        assertThat(due(fridayNight, "2026-03-07T22:00:00Z"))
                .as("Saturday night")
                .isEqualTo("2026-03-07T22:00:00Z");
    }

    @Test
    void urgentNewsDoesNotWait() {
        var night = quietly("22:00", "07:00", Set.of());
        var midnight = Instant.parse("2026-01-15T23:00:00Z");

        assertThat(night.due(midnight, Severity.CRITICAL)).isEqualTo(midnight);
        assertThat(night.due(midnight, Severity.WARNING)).isAfter(midnight);
        var warnings = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), BERLIN, Set.of(), Severity.WARNING);
        assertThat(new Schedule(new Rhythm.AtOnce(), warnings).due(midnight, Severity.WARNING))
                .isEqualTo(midnight);
    }

    @Test
    void aDigestThatWouldComeInQuietHoursWaitsForTheirEnd() {
        var schedule = new Schedule(new Rhythm.Every(Duration.ofHours(1)), quiet("22:00", "07:00", BERLIN, Set.of()));

        assertThat(due(schedule, "2026-01-15T19:30:00Z")).isEqualTo("2026-01-15T20:00:00Z");
        assertThat(due(schedule, "2026-01-15T20:30:00Z"))
                .as("decided before they begin")
                .isEqualTo("2026-01-16T06:00:00Z");
        assertThat(due(schedule, "2026-01-16T03:10:00Z")).isEqualTo("2026-01-16T06:00:00Z");
        assertThat(schedule.due(Instant.parse("2026-01-16T03:10:00Z"), Severity.CRITICAL))
                .as("urgent news comes with the digest")
                .isEqualTo("2026-01-16T04:00:00Z");
    }

    @Test
    void quietHoursEndAndBeginAtTheJumpWhenTheClockJumpsOverTheirTimes() {
        assertThat(due(quietly("22:00", "02:30", Set.of()), "2026-03-28T23:00:00Z"))
                .isEqualTo("2026-03-29T01:00:00Z");
        var afterTheJump = quietly("02:30", "03:15", Set.of());
        assertThat(due(afterTheJump, "2026-03-29T00:59:59Z")).isEqualTo("2026-03-29T00:59:59Z");
        assertThat(due(afterTheJump, "2026-03-29T01:10:00Z")).isEqualTo("2026-03-29T01:15:00Z");
        assertThat(due(quietly("02:15", "02:45", Set.of()), "2026-03-29T01:00:00Z"))
                .as("jumped over as a whole")
                .isEqualTo("2026-03-29T01:00:00Z");
    }

    @Test
    void quietHoursLastUntilTheClockShowsTheirEndForTheLastTime() {
        var night = quietly("22:00", "02:30", Set.of());

        assertThat(due(night, "2026-10-25T00:15:00Z")).isEqualTo("2026-10-25T01:30:00Z");
        assertThat(due(night, "2026-10-25T00:45:00Z"))
                .as("02:45 for the first time, 02:00 to 02:30 is yet to come again")
                .isEqualTo("2026-10-25T01:30:00Z");
        assertThat(due(quietly("02:15", "02:45", Set.of()), "2026-10-25T00:15:00Z"))
                .isEqualTo("2026-10-25T01:45:00Z");
    }

    @Test
    void quietHoursThatMeetTheNextOnesWhereTheClockIsPutBackGoOn() {
        var allButAQuarter = quietly("02:30", "02:15", Set.of());

        assertThat(due(allButAQuarter, "2026-10-24T12:00:00Z")).isEqualTo("2026-10-26T01:15:00Z");
    }

    @Test
    void allWeekdaysAreTheSameAsNone() {
        assertThat(daily("08:00", EnumSet.allOf(DayOfWeek.class))).isEqualTo(daily("08:00", Set.of()));
        assertThat(quietly("22:00", "07:00", EnumSet.allOf(DayOfWeek.class)))
                .isEqualTo(quietly("22:00", "07:00", Set.of()));
    }

    @Test
    void quietHoursWithoutEndCannotBe() {
        assertThatThrownBy(() -> quiet("08:00", "08:00", BERLIN, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever the zone: never early, never in quiet hours, and the same for all that is told together. */
    @Test
    void holdsInEveryZoneAtEveryMoment() {
        var random = new Random(7);
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        IntStream.range(0, 20_000).forEach(_ -> {
            var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            var schedule = any(random, zone);
            var decided = Instant.ofEpochSecond(random.nextLong(0, 2_000_000_000L), random.nextInt(1_000_000_000));
            var due = schedule.due(decided, Severity.INFO);

            assertThat(due).as("%s at %s", schedule, decided).isAfterOrEqualTo(decided);
            assertThat(due).isBefore(decided.plus(Duration.ofDays(15)));
            if (schedule.quiet() != null) {
                assertThat(isQuietByTheClock(schedule.quiet(), due))
                        .as("%s at %s", schedule, decided)
                        .isFalse();
            }
            var together = schedule.rhythm() instanceof Rhythm.AtOnce
                    ? due
                    : schedule.rhythm().next(decided);
            var between = decided.plusNanos((long)
                    (random.nextDouble() * Duration.between(decided, together).toNanos()));
            if (between.isBefore(together)) {
                assertThat(schedule.due(between, Severity.INFO))
                        .as("%s at %s and %s", schedule, decided, between)
                        .isEqualTo(due);
            }
        });
    }

    private static boolean isQuietByTheClock(QuietHours quiet, Instant moment) {
        var clock = moment.atZone(quiet.zone());
        var time = clock.toLocalTime();
        boolean overMidnight = quiet.to().isBefore(quiet.from());
        boolean inTheEvening = !time.isBefore(quiet.from()) && (overMidnight || time.isBefore(quiet.to()));
        boolean inTheMorning = overMidnight && time.isBefore(quiet.to());
        return inTheEvening && Weekdays.include(quiet.days(), clock.toLocalDate())
                || inTheMorning
                        && Weekdays.include(quiet.days(), clock.toLocalDate().minusDays(1));
    }

    private static Schedule any(Random random, ZoneId zone) {
        var rhythm = switch (random.nextInt(3)) {
            case 0 -> new Rhythm.AtOnce();
            case 1 -> new Rhythm.Every(Duration.ofMinutes(1 + random.nextInt(1440)));
            default -> new Rhythm.Daily(time(random), zone, days(random));
        };
        var from = time(random);
        var to = time(random);
        return new Schedule(
                rhythm,
                random.nextInt(4) == 0 || from.equals(to)
                        ? null
                        : new QuietHours(from, to, zone, days(random), Severity.CRITICAL));
    }

    private static LocalTime time(Random random) {
        return LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
    }

    private static Set<DayOfWeek> days(Random random) {
        return random.nextBoolean()
                ? Set.of()
                : Set.copyOf(List.of(SATURDAY, Arrays.asList(DayOfWeek.values()).get(random.nextInt(5))));
    }

    private static Schedule every(int minutes) {
        return new Schedule(new Rhythm.Every(Duration.ofMinutes(minutes)), null);
    }

    private static Schedule daily(String time, Set<DayOfWeek> days) {
        return new Schedule(new Rhythm.Daily(LocalTime.parse(time), BERLIN, days), null);
    }

    private static Schedule quietly(String from, String to, Set<DayOfWeek> days) {
        return new Schedule(new Rhythm.AtOnce(), quiet(from, to, BERLIN, days));
    }

    private static QuietHours quiet(String from, String to, ZoneId zone, Set<DayOfWeek> days) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to), zone, days, Severity.CRITICAL);
    }

    private static @Nullable String due(Schedule schedule, String decidedAt) {
        return schedule.due(Instant.parse(decidedAt), Severity.INFO).toString();
    }
}
