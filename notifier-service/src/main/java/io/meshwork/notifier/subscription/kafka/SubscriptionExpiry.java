package io.meshwork.notifier.subscription.kafka;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscribing;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Announces that a subscription has ended by itself; says nothing of one that was changed meanwhile. */
@Component
class SubscriptionExpiry implements JobHandler {

    private static final String KIND = "subscription-expiry";

    private final Subscribing subscribing;

    SubscriptionExpiry(Subscribing subscribing) {
        this.subscribing = subscribing;
    }

    /** Each revision has an end of its own. */
    static void enqueue(Outcomes outcomes, Cause cause, Stored stored) {
        var until = stored.subscription().until();
        if (until != null && stored.subscription().active()) {
            var due = stored.subscription().id() + " " + stored.revision();
            outcomes.enqueue(cause, KIND, due, due, until);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Consumer<Outcomes> run(Job job) {
        var due = job.payload().split(" ", 2);
        return outcomes -> subscribing
                .expire(due[0], Long.parseLong(due[1]))
                .ifPresent(stored -> SubscriptionRecords.emitChanged(outcomes, job.cause(), stored));
    }
}
