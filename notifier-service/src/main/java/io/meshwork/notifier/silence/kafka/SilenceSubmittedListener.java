package io.meshwork.notifier.silence.kafka;

import io.meshwork.events.SilenceSubmitted;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.notifier.notification.kafka.HeldRelease;
import io.meshwork.notifier.request.DecidedRequests;
import io.meshwork.notifier.request.DecidedRequests.Decided;
import io.meshwork.notifier.request.Outcome;
import io.meshwork.notifier.request.kafka.Requesters;
import io.meshwork.notifier.silence.SilenceDecision;
import io.meshwork.notifier.silence.SilenceDecision.Changed;
import io.meshwork.notifier.silence.SilenceDecision.Refused;
import io.meshwork.notifier.silence.SilenceDecision.Unchanged;
import io.meshwork.notifier.silence.SilenceId;
import io.meshwork.notifier.silence.Silencing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refused requests are dead-lettered, too: who appended one without REST has no other answer. */
@Component("silenceSubmitted")
class SilenceSubmittedListener extends TopicListener<SilenceSubmitted> {

    private final Silencing silencing;
    private final DecidedRequests decided;
    private final Authorizer authorizer;

    SilenceSubmittedListener(Silencing silencing, DecidedRequests decided, Authorizer authorizer) {
        super("silence.submitted", SilenceSubmitted.class);
        this.silencing = silencing;
        this.decided = decided;
        this.authorizer = authorizer;
    }

    @Override
    public @Nullable String expectedKey(SilenceSubmitted value) {
        return value.getSilenceId().isEmpty() ? null : value.getSilenceId();
    }

    @Override
    protected void handle(Batch<SilenceSubmitted> batch) {
        var requests = new LinkedHashMap<Silencing.Request, Event<SilenceSubmitted>>();
        for (var event : batch.events()) {
            var id = id(event);
            SilenceRecords.fromSubmitted(event.require(), id)
                    .ifPresentOrElse(
                            order -> requests.put(
                                    new Silencing.Request(event.id(), id, order, Requesters.of(event, authorizer)),
                                    event),
                            () -> batch.refuse(
                                    event,
                                    "the action '" + event.require().getAction()
                                            + "' is unknown; use set, create or end"));
        }
        silencing
                .request(List.copyOf(requests.keySet()))
                .forEach((request, decision) ->
                        settle(batch, request, Objects.requireNonNull(requests.get(request)), decision));
    }

    private void settle(
            Batch<SilenceSubmitted> batch,
            Silencing.Request request,
            Event<SilenceSubmitted> event,
            SilenceDecision decision) {
        var outcome = switch (decision) {
            case Changed(var stored) -> {
                batch.emit(event.cause(), "silence.changed", request.id(), SilenceRecords.toChanged(stored));
                if (stored.revision() > 1) {
                    HeldRelease.enqueue(batch, event.cause(), stored.changedAt());
                }
                yield new Outcome.Changed(stored.revision());
            }
            case Unchanged(var stored) -> new Outcome.Unchanged(stored.revision());
            case Refused(var refusal) -> {
                batch.refuse(event, refusal.code() + ": " + refusal.reason());
                yield new Outcome.Refused(refusal);
            }
        };
        decided.keep(
                new Decided(request.eventId(), request.id(), request.order().contentHash(), outcome));
    }

    private static String id(Event<SilenceSubmitted> event) {
        var value = event.require();
        return value.getSilenceId().isEmpty() && value.getAction().equals("create")
                ? SilenceId.of(event.id())
                : value.getSilenceId();
    }
}
