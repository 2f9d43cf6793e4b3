package io.meshwork.notifier.subscription;

import io.meshwork.notifier.schedule.QuietHours;
import io.meshwork.notifier.schedule.Rhythm;
import io.meshwork.notifier.schedule.Schedule;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a subscriber wants to be told, in the words of the requester.
 *
 * @param digestMinutes minutes that one digest covers; null when there is none, or a daily one
 * @param digestAt time of day of the daily digest, {@code HH:mm}; null when there is none
 * @param digestDays weekdays of the daily digest, {@code mon} to {@code sun}; empty for all
 * @param quietFrom beginning of the quiet hours, {@code HH:mm}; null when there are none
 * @param quietTo their end, exclusive, the next day when it is the earlier time
 * @param quietDays weekdays on which they begin; empty for all
 * @param quietBelow severity from which on they do not hold; null for critical
 * @param zone IANA name of the zone of these times; null when there are none
 */
public record ScheduleForm(
        @Nullable Integer digestMinutes,
        @Nullable String digestAt,
        List<String> digestDays,
        @Nullable String quietFrom,
        @Nullable String quietTo,
        List<String> quietDays,
        @Nullable String quietBelow,
        @Nullable String zone) {

    public static final ScheduleForm AT_ONCE =
            new ScheduleForm(null, null, List.of(), null, null, List.of(), null, null);

    public ScheduleForm {
        digestDays = List.copyOf(digestDays);
        quietDays = List.copyOf(quietDays);
    }

    /** The words that mean this schedule. */
    public static ScheduleForm of(Schedule schedule) {
        var every = schedule.rhythm() instanceof Rhythm.Every(var interval) ? (int) interval.toMinutes() : 0;
        var daily = Optional.of(schedule.rhythm())
                .filter(Rhythm.Daily.class::isInstance)
                .map(Rhythm.Daily.class::cast);
        var quiet = Optional.ofNullable(schedule.quiet());
        return new ScheduleForm(
                every == 0 ? null : every,
                daily.map(Rhythm.Daily::at).map(LocalTime::toString).orElse(null),
                daily.map(Rhythm.Daily::days).map(TimeWords::words).orElse(List.of()),
                quiet.map(QuietHours::from).map(LocalTime::toString).orElse(null),
                quiet.map(QuietHours::to).map(LocalTime::toString).orElse(null),
                quiet.map(QuietHours::days).map(TimeWords::words).orElse(List.of()),
                quiet.map(hours -> hours.below().word()).orElse(null),
                daily.map(Rhythm.Daily::zone)
                        .or(() -> quiet.map(QuietHours::zone))
                        .map(zone -> zone.getId())
                        .orElse(null));
    }

    /** @param faults takes everything that is wrong; if there is any, the answer is worth nothing */
    public Schedule read(Collection<SubscriptionFault> faults) {
        return new ScheduleWords(this, faults).read();
    }
}
