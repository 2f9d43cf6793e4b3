package io.meshwork.notifier.telling;

import io.meshwork.notifier.schedule.Schedule;
import java.util.Collection;
import java.util.Map;

/** When subscribers want to be told. */
@FunctionalInterface
public interface Schedules {

    /** Of those of these subscriptions that there are. */
    Map<String, Schedule> of(Collection<String> subscriptionIds);
}
