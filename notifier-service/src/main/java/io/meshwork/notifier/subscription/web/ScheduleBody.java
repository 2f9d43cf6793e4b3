package io.meshwork.notifier.subscription.web;

import io.meshwork.notifier.schedule.Schedule;
import io.meshwork.notifier.subscription.ScheduleForm;
import io.meshwork.notifier.subscription.SubscriptionFault;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "SubscriptionSchedule", description = "A digest, quiet hours, or both; not for the feed")
record ScheduleBody(
        @Schema(description = "Minutes that one digest covers, 1 to 1440") @Nullable
        Integer digestMinutes,

        @Schema(description = "Time of day of a daily digest, such as 08:00") @Nullable
        String digestAt,

        @Schema(description = "Weekdays of the daily digest, mon to sun; default all") @Nullable
        List<@Nullable String> digestDays,

        @Schema(description = "When quiet hours begin, such as 22:00: news waits for their end") @Nullable
        String quietFrom,

        @Schema(description = "When they end, on the next day when it is the earlier time") @Nullable
        String quietTo,

        @Schema(description = "Weekdays on which they begin, mon to sun; default all") @Nullable
        List<@Nullable String> quietDays,

        @Schema(description = "News of this severity and above does not wait: warning or critical (default)") @Nullable
        String quietBelow,

        @Schema(description = "Time zone of these times by its IANA name, such as Europe/Berlin") @Nullable
        String zone) {

    /** Null for one who is told at once. */
    static @Nullable ScheduleBody of(Schedule schedule) {
        if (schedule.equals(Schedule.AT_ONCE)) {
            return null;
        }
        var words = ScheduleForm.of(schedule);
        return new ScheduleBody(
                words.digestMinutes(),
                words.digestAt(),
                List.copyOf(words.digestDays()),
                words.quietFrom(),
                words.quietTo(),
                List.copyOf(words.quietDays()),
                words.quietBelow(),
                words.zone());
    }

    static ScheduleForm toForm(@Nullable ScheduleBody body, Collection<SubscriptionFault> faults) {
        return body == null ? ScheduleForm.AT_ONCE : body.toForm(faults);
    }

    private ScheduleForm toForm(Collection<SubscriptionFault> faults) {
        return new ScheduleForm(
                digestMinutes,
                digestAt,
                SubscriptionBody.words("/schedule/digestDays", digestDays, faults),
                quietFrom,
                quietTo,
                SubscriptionBody.words("/schedule/quietDays", quietDays, faults),
                quietBelow,
                zone);
    }
}
