package io.meshwork.notifier.handling.kafka;

import io.meshwork.events.IncidentSubmitted;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.notifier.handling.Handling;
import io.meshwork.notifier.handling.IncidentDecision;
import io.meshwork.notifier.handling.IncidentDecision.Changed;
import io.meshwork.notifier.handling.IncidentDecision.Refused;
import io.meshwork.notifier.handling.IncidentDecision.Unchanged;
import io.meshwork.notifier.handling.IncidentOrder;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import io.meshwork.notifier.request.DecidedRequests;
import io.meshwork.notifier.request.DecidedRequests.Decided;
import io.meshwork.notifier.request.Outcome;
import io.meshwork.notifier.request.kafka.Requesters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Refused requests are dead-lettered, too: who appended one without REST has no other answer. */
@Component("incidentSubmitted")
class IncidentSubmittedListener extends TopicListener<IncidentSubmitted> {

    private final Handling handling;
    private final DecidedRequests decided;
    private final Authorizer authorizer;
    private final Links links;

    IncidentSubmittedListener(Handling handling, DecidedRequests decided, Authorizer authorizer, Links links) {
        super("incident.submitted", IncidentSubmitted.class);
        this.handling = handling;
        this.decided = decided;
        this.authorizer = authorizer;
        this.links = links;
    }

    @Override
    public String expectedKey(IncidentSubmitted value) {
        return value.getIncidentId();
    }

    @Override
    protected void handle(Batch<IncidentSubmitted> batch) {
        var requests = new LinkedHashMap<Handling.Request, Event<IncidentSubmitted>>();
        for (var event : batch.events()) {
            IncidentOrder.Action.of(event.require().getAction())
                    .ifPresentOrElse(
                            action -> requests.put(request(event, action), event),
                            () -> batch.refuse(
                                    event,
                                    "the action '" + event.require().getAction()
                                            + "' is unknown; use acknowledge, unacknowledge or resolve"));
        }
        handling.handle(List.copyOf(requests.keySet()), new OutcomePublications(batch, links))
                .forEach((request, decision) ->
                        settle(batch, request, Objects.requireNonNull(requests.get(request)), decision));
    }

    private Handling.Request request(Event<IncidentSubmitted> event, IncidentOrder.Action action) {
        return new Handling.Request(
                new Origin(event.id(), event.time(), event.cause()),
                event.require().getIncidentId(),
                new IncidentOrder(action, event.require().getNote()),
                Requesters.of(event, authorizer));
    }

    private void settle(
            Batch<IncidentSubmitted> batch,
            Handling.Request request,
            Event<IncidentSubmitted> event,
            IncidentDecision decision) {
        var outcome = switch (decision) {
            case Changed(var change) -> new Outcome.Changed(change.incident().revision());
            case Unchanged(var incident) -> new Outcome.Unchanged(incident.revision());
            case Refused(var refusal) -> {
                batch.refuse(event, refusal.code() + ": " + refusal.reason());
                yield new Outcome.Refused(refusal);
            }
        };
        decided.keep(new Decided(event.id(), request.id(), request.order().contentHash(), outcome));
    }
}
