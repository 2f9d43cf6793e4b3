package io.meshwork.notifier.subscription.kafka;

import io.meshwork.events.SubmittedSchedule;
import io.meshwork.events.SubscriptionSchedule;
import io.meshwork.notifier.schedule.Schedule;
import io.meshwork.notifier.subscription.ScheduleForm;
import org.jspecify.annotations.Nullable;

/** Schedules from and to their records. */
final class ScheduleRecords {

    private ScheduleRecords() {}

    static ScheduleForm fromSubmitted(@Nullable SubmittedSchedule schedule) {
        return schedule == null
                ? ScheduleForm.AT_ONCE
                : new ScheduleForm(
                        schedule.getDigestMinutes(),
                        schedule.getDigestAt(),
                        schedule.getDigestDays(),
                        schedule.getQuietFrom(),
                        schedule.getQuietTo(),
                        schedule.getQuietDays(),
                        schedule.getQuietBelow(),
                        schedule.getZone());
    }

    static @Nullable SubscriptionSchedule toChanged(Schedule schedule) {
        if (schedule.equals(Schedule.AT_ONCE)) {
            return null;
        }
        var words = ScheduleForm.of(schedule);
        return SubscriptionSchedule.newBuilder()
                .setDigestMinutes(words.digestMinutes())
                .setDigestAt(words.digestAt())
                .setDigestDays(words.digestDays())
                .setQuietFrom(words.quietFrom())
                .setQuietTo(words.quietTo())
                .setQuietDays(words.quietDays())
                .setQuietBelow(words.quietBelow())
                .setZone(words.zone())
                .build();
    }
}
