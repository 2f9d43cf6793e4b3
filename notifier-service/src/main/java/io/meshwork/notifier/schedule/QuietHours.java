package io.meshwork.notifier.schedule;

import io.meshwork.notifier.news.Severity;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * Hours in which a subscriber is not told, as a {@link Window}.
 *
 * @param to exclusive
 * @param days on which they begin, empty for every day
 * @param below news of this severity and above is told all the same
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone, Set<DayOfWeek> days, Severity below) {

    public QuietHours {
        days = new Window(from, to, zone, days).days();
    }

    boolean concern(Severity severity) {
        return !severity.isAtLeast(below);
    }

    /** The moment itself, or the end of the quiet hours that it is in. */
    Instant after(Instant moment) {
        return new Window(from, to, zone, days).after(moment);
    }
}
