package io.meshwork.notifier.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.schedule.QuietHours;
import io.meshwork.notifier.schedule.Rhythm;
import io.meshwork.notifier.schedule.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScheduleFormTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void readsNothingAsAtOnce() {
        assertThat(read(ScheduleForm.AT_ONCE)).isEqualTo(Schedule.AT_ONCE);
    }

    @Test
    void readsADigestEveryFewMinutes() {
        assertThat(read(every(30))).isEqualTo(new Schedule(new Rhythm.Every(Duration.ofMinutes(30)), null));
    }

    @Test
    void readsADailyDigestWithQuietHours() {
        var form = new ScheduleForm(
                null, "08:00", List.of("mon", "fri"), "22:00", "07:00", List.of("sat"), "warning", "Europe/Berlin");

        assertThat(read(form))
                .isEqualTo(new Schedule(
                        new Rhythm.Daily(LocalTime.of(8, 0), BERLIN, Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                        new QuietHours(
                                LocalTime.of(22, 0),
                                LocalTime.of(7, 0),
                                BERLIN,
                                Set.of(DayOfWeek.SATURDAY),
                                Severity.WARNING)));
        assertThat(ScheduleForm.of(read(form))).isEqualTo(form);
    }

    @Test
    void saysASchedulesWordsAgain() {
        var forms = List.of(
                ScheduleForm.AT_ONCE,
                every(1440),
                new ScheduleForm(null, "00:00", List.of(), null, null, List.of(), null, "UTC"),
                new ScheduleForm(5, null, List.of(), "12:00", "13:30", List.of("wed"), "critical", "Asia/Kolkata"));

        assertThat(forms)
                .allSatisfy(form -> assertThat(ScheduleForm.of(read(form))).isEqualTo(form));
    }

    @Test
    void refusesAnIntervalThatIsNone() {
        assertThat(fault(every(0)))
                .isEqualTo("/schedule/digestMinutes: 0 minutes are no interval; write 1 to 1440, or"
                        + " leave it out to be told at once");
        assertThat(pointers(every(-5))).containsExactly("/schedule/digestMinutes");
        assertThat(pointers(every(1441))).containsExactly("/schedule/digestMinutes");
    }

    @Test
    void refusesTwoDigests() {
        assertThat(pointers(new ScheduleForm(30, "08:00", List.of(), null, null, List.of(), null, "UTC")))
                .containsExactly("/schedule/digestAt");
    }

    @Test
    void refusesWhatIsNoTimeOfDay() {
        for (var time : List.of("8:00", "24:00", "08:60", "1320", "", "08:00:00", "noon", "٠٨:٠٠")) {
            assertThat(fault(new ScheduleForm(null, time, List.of(), null, null, List.of(), null, "UTC")))
                    .startsWith("/schedule/digestAt: '" + time + "' is no time of day")
                    .contains("08:00", "in YAML with quotes");
        }
    }

    @Test
    void refusesAZoneThatThereIsNot() {
        assertThat(fault(daily("Europe/Berlim")))
                .contains("/schedule/zone: 'Europe/Berlim' is no time zone. Did you mean `Europe/Berlin`?");
        for (var zone : List.of("+02:00", "Z", "europe/berlin", "", "Europe/Berlin ", "x".repeat(10_000))) {
            assertThat(pointers(daily(zone))).containsExactly("/schedule/zone");
        }
    }

    @Test
    void asksInWhichZoneTimesAreMeant() {
        assertThat(fault(daily(null))).contains("/schedule/zone: say in which zone", "Europe/Berlin");
        assertThat(pointers(new ScheduleForm(30, null, List.of(), null, null, List.of(), null, "UTC")))
                .as("a zone for nothing")
                .containsExactly("/schedule/zone");
    }

    @Test
    void refusesQuietHoursThatEndAsTheyBegin() {
        assertThat(fault(quiet("22:00", "22:00"))).startsWith("/schedule/quietTo: quiet hours end at another time");
    }

    @Test
    void refusesHalfOfQuietHours() {
        assertThat(pointers(quiet("22:00", null))).containsExactly("/schedule/quietTo");
        assertThat(pointers(quiet(null, "07:00"))).containsExactly("/schedule/quietFrom");
        assertThat(pointers(new ScheduleForm(null, null, List.of(), null, null, List.of("mon"), null, null)))
                .containsExactly("/schedule/quietDays");
        assertThat(pointers(new ScheduleForm(null, null, List.of(), null, null, List.of(), "critical", null)))
                .containsExactly("/schedule/quietBelow");
    }

    @Test
    void refusesQuietHoursThatHoldForNothing() {
        for (var below : List.of("info", "urgent", "")) {
            assertThat(pointers(new ScheduleForm(null, null, List.of(), "22:00", "07:00", List.of(), below, "UTC")))
                    .containsExactly("/schedule/quietBelow");
        }
    }

    @Test
    void refusesWeekdaysThatThereAreNotAndThatAreForNothing() {
        var form = new ScheduleForm(null, "08:00", List.of("mon", "tues"), null, null, List.of(), null, "UTC");
        assertThat(fault(form))
                .isEqualTo("/schedule/digestDays: 'tues' is no weekday. Did you mean `tue`? Known are: mon, tue, wed,"
                        + " thu, fri, sat, sun");
        assertThat(pointers(new ScheduleForm(30, null, List.of("mon"), null, null, List.of(), null, null)))
                .containsExactly("/schedule/digestDays");
    }

    @Test
    void readsNoMoreWeekdaysThanThereAre() {
        var many = Collections.nCopies(100_000, "x");
        assertThat(fault(new ScheduleForm(null, "08:00", many, null, null, List.of(), null, "UTC")))
                .startsWith("/schedule/digestDays: a week has seven days");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        var form = new ScheduleForm(0, "8", List.of("x"), "9", "10", List.of("y"), "z", "Nowhere");

        assertThat(pointers(form))
                .containsExactlyInAnyOrder(
                        "/schedule/zone",
                        "/schedule/digestAt",
                        "/schedule/digestAt",
                        "/schedule/digestDays",
                        "/schedule/quietFrom",
                        "/schedule/quietTo",
                        "/schedule/quietDays",
                        "/schedule/quietBelow");
    }

    private static ScheduleForm every(int minutes) {
        return new ScheduleForm(minutes, null, List.of(), null, null, List.of(), null, null);
    }

    private static ScheduleForm daily(@Nullable String zone) {
        return new ScheduleForm(null, "08:00", List.of(), null, null, List.of(), null, zone);
    }

    private static ScheduleForm quiet(@Nullable String from, @Nullable String to) {
        return new ScheduleForm(null, null, List.of(), from, to, List.of(), null, "UTC");
    }

    private static Schedule read(ScheduleForm form) {
        var faults = new ArrayList<SubscriptionFault>();
        var schedule = form.read(faults);
        assertThat(faults).isEmpty();
        return schedule;
    }

    private static String fault(ScheduleForm form) {
        var faults = faults(form);
        assertThat(faults).hasSize(1);
        return faults.getFirst().pointer() + ": " + faults.getFirst().message();
    }

    private static List<String> pointers(ScheduleForm form) {
        return faults(form).stream().map(SubscriptionFault::pointer).toList();
    }

    private static List<SubscriptionFault> faults(ScheduleForm form) {
        var faults = new ArrayList<SubscriptionFault>();
        form.read(faults);
        return faults;
    }
}
