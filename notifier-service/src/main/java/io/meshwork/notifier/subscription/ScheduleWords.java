package io.meshwork.notifier.subscription;

import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.schedule.QuietHours;
import io.meshwork.notifier.schedule.Rhythm;
import io.meshwork.notifier.schedule.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the words of a schedule. What means nothing is a fault: nobody would be told as they believe. */
record ScheduleWords(ScheduleForm form, Collection<SubscriptionFault> faults) {

    private static final int LONGEST_MINUTES = 24 * 60;

    Schedule read() {
        var zone = zone();
        return new Schedule(rhythm(zone), quiet(zone));
    }

    private Rhythm rhythm(ZoneId zone) {
        var minutes = form.digestMinutes();
        if (form.digestAt() != null) {
            if (minutes != null) {
                fault("digestAt", "a digest comes every so many minutes or once a day; leave out the one or the other");
            }
            return new Rhythm.Daily(time("digestAt", form.digestAt()), zone, days("digestDays", form.digestDays()));
        }
        if (!form.digestDays().isEmpty()) {
            fault("digestDays", "weekdays are for a daily digest; name its time of day (digestAt), or leave them out");
        }
        return minutes == null ? new Rhythm.AtOnce() : every(minutes);
    }

    private Rhythm every(int minutes) {
        if (minutes < 1 || minutes > LONGEST_MINUTES) {
            fault(
                    "digestMinutes",
                    minutes + " minutes are no interval; write 1 to " + LONGEST_MINUTES
                            + ", or leave it out to be told at once");
        }
        return new Rhythm.Every(Duration.ofMinutes(Math.clamp(minutes, 1, LONGEST_MINUTES)));
    }

    private @Nullable QuietHours quiet(ZoneId zone) {
        if (form.quietFrom() == null || form.quietTo() == null) {
            refuseHalfAQuietTime();
            return null;
        }
        var from = time("quietFrom", form.quietFrom());
        var to = time("quietTo", form.quietTo());
        var days = days("quietDays", form.quietDays());
        var below = below();
        if (form.quietFrom().equals(form.quietTo())) {
            fault("quietTo", "quiet hours end at another time than they begin; who wants no news pauses (pause)");
        }
        return from.equals(to) ? null : new QuietHours(from, to, zone, days, below);
    }

    private void refuseHalfAQuietTime() {
        if (form.quietFrom() != null) {
            fault("quietTo", "say when the quiet hours end, such as 07:00");
        } else if (form.quietTo() != null) {
            fault("quietFrom", "say when the quiet hours begin, such as 22:00");
        } else if (!form.quietDays().isEmpty()) {
            fault("quietDays", "there are no quiet hours; set quietFrom and quietTo, or leave the weekdays out");
        } else if (form.quietBelow() != null) {
            fault("quietBelow", "there are no quiet hours; set quietFrom and quietTo, or leave this out");
        }
    }

    private Severity below() {
        var word = Objects.requireNonNullElse(form.quietBelow(), Severity.CRITICAL.word());
        var below = Severity.of(word);
        if (below.isEmpty() || below.get() == Severity.INFO) {
            fault(
                    "quietBelow",
                    "'" + TimeWords.shown(word)
                            + "' is not warning or critical: news of that severity and above is told in"
                            + " quiet hours, too");
        }
        return below.orElse(Severity.CRITICAL);
    }

    private ZoneId zone() {
        var named = form.zone();
        boolean needed =
                Stream.of(form.digestAt(), form.quietFrom(), form.quietTo()).anyMatch(Objects::nonNull);
        if (named == null) {
            if (needed) {
                fault("zone", "say in which zone these times are meant, such as Europe/Berlin or UTC");
            }
            return ZoneOffset.UTC;
        }
        if (!needed) {
            fault("zone", "no time of day is named that it could be for; set digestAt or quietFrom, or leave it out");
        }
        return words().zone("zone", named);
    }

    private LocalTime time(String field, String word) {
        return words().time(field, word);
    }

    private Set<DayOfWeek> days(String field, List<String> days) {
        return words().days(field, days);
    }

    private void fault(String field, String message) {
        words().fault(field, message);
    }

    private TimeWords words() {
        return new TimeWords("/schedule", faults);
    }
}
