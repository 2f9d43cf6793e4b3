package io.meshwork.notifier.subscription.kafka;

import io.meshwork.events.SubscriptionSubmitted;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.notifier.subscription.Subscribing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A refused request is dead-lettered with the reason, which ops see as an alert: no topic answers it. */
@Component("subscriptionSubmitted")
class SubscriptionSubmittedListener extends TopicListener<SubscriptionSubmitted> {

    private final Subscribing subscribing;
    private final Authorizer authorizer;

    SubscriptionSubmittedListener(Subscribing subscribing, Authorizer authorizer) {
        super("subscription.submitted", SubscriptionSubmitted.class);
        this.subscribing = subscribing;
        this.authorizer = authorizer;
    }

    @Override
    public String expectedKey(SubscriptionSubmitted value) {
        return value.getSubscriptionId();
    }

    @Override
    protected void handle(Batch<SubscriptionSubmitted> batch) {
        var requests = batch.events().stream().map(this::request).toList();
        var refused =
                subscribing.request(requests, (cause, stored) -> SubscriptionRecords.emitChanged(batch, cause, stored));
        for (var event : batch.events()) {
            var reason = refused.get(event.id());
            if (reason != null) {
                batch.refuse(event, reason);
            }
        }
    }

    private Subscribing.Request request(Event<SubscriptionSubmitted> event) {
        return new Subscribing.Request(
                event.id(),
                event.cause(),
                SubscriptionRecords.fromSubmitted(event.require()),
                team -> denial(event, team),
                event.caller().name());
    }

    /** The subscribing team is the domain the caller acts for. */
    private @Nullable String denial(Event<SubscriptionSubmitted> event, String team) {
        return switch (authorizer.decide(event.caller(), Action.SUBSCRIBE, team)) {
            case Authorizer.Decision.Allowed() -> null;
            case Authorizer.Decision.Denied(var reason) -> reason;
        };
    }
}
