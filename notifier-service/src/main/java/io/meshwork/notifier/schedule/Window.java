package io.meshwork.notifier.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Hours of certain weekdays; over midnight when they end at an earlier time than they begin. Where the clock is put back they last
 * from the first time that it shows their beginning to the last time that it shows their end.
 *
 * @param to exclusive
 * @param days on which they begin, empty for every day
 */
public record Window(LocalTime from, LocalTime to, ZoneId zone, Set<DayOfWeek> days) {

    public Window {
        if (from.equals(to)) {
            throw new IllegalArgumentException("hours that end as they begin never end");
        }
        days = Weekdays.of(days);
    }

    private record Span(Instant from, Instant to) {

        boolean holds(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    public boolean holds(Instant moment) {
        return spans(moment).anyMatch(span -> span.holds(moment));
    }

    /** The moment itself, or the end of the hours that it is in. */
    public Instant after(Instant moment) {
        return spans(moment)
                .filter(span -> span.holds(moment))
                .map(Span::to)
                .max(Comparator.naturalOrder())
                // where the clock is put back the next ones may have begun
                .map(this::after)
                .orElse(moment);
    }

    private Stream<Span> spans(Instant moment) {
        var today = moment.atZone(zone).toLocalDate();
        return Stream.of(today.minusDays(1), today)
                .filter(day -> Weekdays.include(days, day))
                .map(this::beginningOn);
    }

    private Span beginningOn(LocalDate day) {
        var clock = new WallClock(zone);
        var last = to.isAfter(from) ? day : day.plusDays(1);
        return new Span(clock.first(day.atTime(from)), clock.last(last.atTime(to)));
    }
}
