package io.meshwork.notifier.subscription.kafka;

import io.meshwork.events.SubscriptionSubmitted;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.Outcomes;
import io.meshwork.messaging.TopicListener;
import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.notifier.subscription.Start;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscribing;
import io.meshwork.notifier.subscription.SubscriptionDecision;
import io.meshwork.notifier.subscription.SubscriptionDecision.Changed;
import io.meshwork.notifier.subscription.SubscriptionDecision.Refused;
import io.meshwork.notifier.subscription.SubscriptionDecision.Tested;
import io.meshwork.notifier.subscription.SubscriptionDecision.Unchanged;
import io.meshwork.notifier.subscription.SubscriptionDecisions;
import io.meshwork.notifier.subscription.SubscriptionDecisions.Kept;
import io.meshwork.notifier.subscription.SubscriptionDecisions.Result;
import io.meshwork.notifier.subscription.SubscriptionOrder;
import io.meshwork.notifier.subscription.TestMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refused requests are dead-lettered, too: who appended one without REST has no other answer. */
@Component("subscriptionSubmitted")
class SubscriptionSubmittedListener extends TopicListener<SubscriptionSubmitted> {

    private final Subscribing subscribing;
    private final SubscriptionDecisions decisions;
    private final TestMessage testMessage;
    private final Authorizer authorizer;

    SubscriptionSubmittedListener(
            Subscribing subscribing, SubscriptionDecisions decisions, TestMessage testMessage, Authorizer authorizer) {
        super("subscription.submitted", SubscriptionSubmitted.class);
        this.subscribing = subscribing;
        this.decisions = decisions;
        this.testMessage = testMessage;
        this.authorizer = authorizer;
    }

    @Override
    public String expectedKey(SubscriptionSubmitted value) {
        return value.getSubscriptionId();
    }

    @Override
    protected void handle(Batch<SubscriptionSubmitted> batch) {
        var requests = new LinkedHashMap<Subscribing.Request, Event<SubscriptionSubmitted>>();
        for (var event : batch.events()) {
            SubscriptionRecords.fromSubmitted(event.require())
                    .ifPresentOrElse(
                            order -> requests.put(request(event, order), event),
                            () -> batch.refuse(
                                    event,
                                    "the action '" + event.require().getAction()
                                            + "' is unknown; use set, create, pause, resume, end or test"));
        }
        subscribing
                .request(List.copyOf(requests.keySet()))
                .forEach((request, decision) ->
                        settle(batch, request, Objects.requireNonNull(requests.get(request)), decision));
    }

    private void settle(
            Batch<SubscriptionSubmitted> batch,
            Subscribing.Request request,
            Event<SubscriptionSubmitted> event,
            SubscriptionDecision decision) {
        var result = switch (decision) {
            case Changed(var stored) -> {
                SubscriptionRecords.emitChanged(batch, request.cause(), stored);
                if (request.order() instanceof SubscriptionOrder.Put(var form, var _) && form.startsFromCurrent()) {
                    enqueueStart(batch, request.cause(), stored);
                }
                yield new Result.Changed(stored.revision());
            }
            case Unchanged(var stored) -> new Result.Unchanged(stored.revision());
            case Tested(var stored) ->
                new Result.Tested(stored.revision(), testMessage.tell(stored.subscription(), request.cause(), batch));
            case Refused refused -> {
                batch.refuse(event, refused.code().text() + ": " + refused.reason());
                yield new Result.Refused(refused);
            }
        };
        decisions.keep(new Kept(request.eventId(), request.id(), request.order().contentHash(), result));
    }

    /** Each revision that asks for it is told how everything stands. */
    private static void enqueueStart(Outcomes outcomes, Cause cause, Stored stored) {
        var revision = stored.subscription().id() + " " + stored.revision();
        outcomes.enqueue(cause, Start.JOB, revision, "", stored.changedAt());
    }

    private Subscribing.Request request(Event<SubscriptionSubmitted> event, SubscriptionOrder order) {
        return new Subscribing.Request(
                event.id(),
                event.cause(),
                event.require().getSubscriptionId(),
                order,
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
