package io.meshwork.notifier.notification.kafka;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.notification.Notifications;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Has the channels look again at what they hold, since what they hold it for is not what it was: a silence, or the incident of a
 * domain. A job, so that it begins when the change is committed: what is held after that is held for what there is then.
 */
@Component
public final class HeldRelease implements JobHandler {

    private static final String KIND = "held-release";

    private final Notifications notifications;
    private final Clock clock;

    HeldRelease(Notifications notifications, Clock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    public static void enqueue(Outcomes outcomes, Cause cause, Instant now) {
        outcomes.enqueue(cause, KIND, "all", "", now);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Consumer<Outcomes> run(Job job) {
        return outcomes -> {
            var now = clock.instant();
            notifications
                    .release(now)
                    .forEach(address ->
                            outcomes.enqueue(job.cause(), address.channel().word(), address.target(), "", now));
        };
    }
}
