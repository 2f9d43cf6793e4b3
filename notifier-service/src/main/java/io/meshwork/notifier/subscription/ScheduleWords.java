package io.meshwork.notifier.subscription;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.news.Text;
import io.meshwork.notifier.schedule.QuietHours;
import io.meshwork.notifier.schedule.Rhythm;
import io.meshwork.notifier.schedule.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the words of a schedule. What means nothing is a fault: nobody would be told as they believe. */
record ScheduleWords(ScheduleForm form, Collection<SubscriptionFault> faults) {

    private static final int WORDS = 60;
    private static final int LONGEST_MINUTES = 24 * 60;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final List<String> DAYS =
            Arrays.stream(DayOfWeek.values()).map(ScheduleWords::word).toList();

    Schedule read() {
        var zone = zone();
        return new Schedule(rhythm(zone), quiet(zone));
    }

    static List<String> words(Set<DayOfWeek> days) {
        return days.stream().sorted().map(ScheduleWords::word).toList();
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
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
                    "'" + shown(word) + "' is not warning or critical: news of that severity and above is told in"
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
        if (!ZONES.contains(named)) {
            fault(
                    "zone",
                    "'" + shown(named) + "' is no time zone. " + Suggestions.didYouMean(shown(named), ZONES)
                            + "Write its IANA name, such as Europe/Berlin or UTC");
            return ZoneOffset.UTC;
        }
        if (!needed) {
            fault("zone", "no time of day is named that it could be for; set digestAt or quietFrom, or leave it out");
        }
        return ZoneId.of(named);
    }

    /** YAML reads a bare 22:00 as the number 1320. */
    private LocalTime time(String field, String word) {
        if (!TIME.matcher(word).matches()) {
            fault(
                    field,
                    "'" + shown(word) + "' is no time of day; write hours and minutes, such as 08:00 or 22:30 (in YAML"
                            + " with quotes)");
            return LocalTime.MIDNIGHT;
        }
        return LocalTime.parse(word);
    }

    private Set<DayOfWeek> days(String field, List<String> words) {
        if (words.size() > DAYS.size()) {
            fault(field, "a week has seven days; name each once, or leave them out for all");
            return Set.of();
        }
        return words.stream()
                .flatMap(word -> {
                    var day = day(word);
                    if (day.isEmpty()) {
                        fault(
                                field,
                                "'" + shown(word) + "' is no weekday. " + Suggestions.didYouMean(shown(word), DAYS)
                                        + "Known are: " + String.join(", ", DAYS));
                    }
                    return day.stream();
                })
                .collect(toUnmodifiableSet());
    }

    private static Optional<DayOfWeek> day(String word) {
        int index = DAYS.indexOf(word);
        return index < 0 ? Optional.empty() : Optional.of(DayOfWeek.of(index + 1));
    }

    private void fault(String field, String message) {
        faults.add(new SubscriptionFault("/schedule/" + field, message));
    }

    private static String shown(String text) {
        return Text.line(text, WORDS);
    }
}
