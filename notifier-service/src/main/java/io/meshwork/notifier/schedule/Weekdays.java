package io.meshwork.notifier.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Sets of weekdays, of which the empty one is all of them. */
final class Weekdays {

    private Weekdays() {}

    /** The same set in its one spelling. */
    static Set<DayOfWeek> of(Set<DayOfWeek> days) {
        return days.size() == DayOfWeek.values().length ? Set.of() : Set.copyOf(days);
    }

    static boolean include(Set<DayOfWeek> days, LocalDate day) {
        return days.isEmpty() || days.contains(day.getDayOfWeek());
    }
}
