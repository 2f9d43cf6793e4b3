package io.meshwork.notifier.channel.webhook.endpoint;

import io.meshwork.messaging.Outcomes;
import java.time.Instant;

/** Hears of endpoints that are sent to again; inside the transaction that enables them. */
@FunctionalInterface
public interface EnabledNews {

    void tell(Endpoint enabled, Instant now, Outcomes outcomes);
}
