package io.meshwork.notifier.subscription;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Outcomes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notification that goes the way of all others of a subscription, so that its subscriber sees that they arrive. */
@FunctionalInterface
public interface TestMessage {

    /** Inside the transaction that decides. */
    Told tell(Subscription subscription, Cause cause, Outcomes outcomes);

    /**
     * @param state of the notification right now: waiting, sent or suppressed
     * @param reason why it is suppressed, null otherwise
     */
    record Told(UUID notificationId, String state, @Nullable String reason) {}
}
