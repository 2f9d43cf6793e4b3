package io.meshwork.notifier.schedule;

import io.meshwork.notifier.news.Severity;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Hours in which a subscriber is not told; over midnight when they end at an earlier time than they begin. Where the clock is put
 * back they last from the first time that it shows their beginning to the last time that it shows their end.
 *
 * @param to exclusive
 * @param days on which they begin, empty for every day
 * @param below news of this severity and above is told all the same
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone, Set<DayOfWeek> days, Severity below) {

    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours that end as they begin never end");
        }
        days = Weekdays.of(days);
    }

    private record Span(Instant from, Instant to) {

        boolean holds(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    boolean concern(Severity severity) {
        return !severity.isAtLeast(below);
    }

    /** The moment itself, or the end of the quiet hours that it is in. */
    Instant after(Instant moment) {
        var today = moment.atZone(zone).toLocalDate();
        return Stream.of(today.minusDays(1), today)
                .filter(day -> Weekdays.include(days, day))
                .map(this::beginningOn)
                .filter(span -> span.holds(moment))
                .map(Span::to)
                .max(Comparator.naturalOrder())
                // where the clock is put back the next ones may have begun
                .map(this::after)
                .orElse(moment);
    }

    private Span beginningOn(LocalDate day) {
        var clock = new WallClock(zone);
        var last = to.isAfter(from) ? day : day.plusDays(1);
        return new Span(clock.first(day.atTime(from)), clock.last(last.atTime(to)));
    }
}
