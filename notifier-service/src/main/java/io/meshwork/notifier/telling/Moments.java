package io.meshwork.notifier.telling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.schedule.Schedule;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When subscribers may be told of what was held: not in their quiet hours, and with their next digest, whatever it was held for.
 *
 * @param schedules by subscription; who has none is told at any time
 */
record Moments(Map<String, Schedule> schedules) {

    /** When the first of them may be told: now, or when quiet hours end. */
    Instant free(List<Notification> waiting, Severity severity, Instant now) {
        return waiting.stream()
                .map(notification -> of(notification).free(now, worse(severity, notification)))
                .min(Comparator.naturalOrder())
                .orElse(now);
    }

    /** By when each of them is due that is held until then. */
    Map<Instant, List<Notification>> due(List<Notification> held, Instant until) {
        return held.stream()
                .collect(groupingBy(
                        notification ->
                                of(notification).due(until, notification.news().severity()),
                        TreeMap::new,
                        toList()));
    }

    private Schedule of(Notification notification) {
        return schedules.getOrDefault(notification.subscriptionId(), Schedule.AT_ONCE);
    }

    private static Severity worse(Severity severity, Notification notification) {
        var own = notification.news().severity();
        return own.isAtLeast(severity) ? own : severity;
    }
}
