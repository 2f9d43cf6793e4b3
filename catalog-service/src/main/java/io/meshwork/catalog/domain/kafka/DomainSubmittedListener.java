package io.meshwork.catalog.domain.kafka;

import io.meshwork.catalog.domain.Domain;
import io.meshwork.catalog.domain.DomainDecision;
import io.meshwork.catalog.domain.DomainRequest;
import io.meshwork.catalog.domain.Domains;
import io.meshwork.events.DomainChanged;
import io.meshwork.events.DomainSubmitted;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Decides requests for domains. */
@Component("domainSubmitted")
class DomainSubmittedListener extends TopicListener<DomainSubmitted> {

    private final Domains domains;

    DomainSubmittedListener(Domains domains) {
        super("domain.submitted", DomainSubmitted.class);
        this.domains = domains;
    }

    @Override
    public String expectedKey(DomainSubmitted value) {
        return value.getDomain();
    }

    @Override
    protected void handle(Batch<DomainSubmitted> batch) {
        Map<UUID, DomainDecision> decisions = domains.decide(
                batch.events().stream().map(DomainSubmittedListener::toRequest).toList());
        for (Event<DomainSubmitted> event : batch.events()) {
            switch (decisions.get(event.id())) {
                case DomainDecision.Changed(var domain) ->
                    batch.emit(event.cause(), "domain.changed", domain.name(), toRecord(domain));
                case DomainDecision.Unchanged _ -> {}
                case DomainDecision.Refused(var code, var reason, var problems) ->
                    batch.refuse(event, code.text() + ": " + reason);
                case null -> throw new IllegalStateException("no decision about " + event.id());
            }
        }
    }

    private static DomainRequest toRequest(Event<DomainSubmitted> event) {
        DomainSubmitted submitted = event.require();
        return new DomainRequest(
                event.id(),
                submitted.getDomain(),
                submitted.getDocument(),
                submitted.getExpectedRevision(),
                event.caller());
    }

    private static DomainChanged toRecord(Domain domain) {
        return DomainChanged.newBuilder()
                .setDomain(domain.name())
                .setRevision(domain.revision())
                .setTitle(domain.descriptor().title())
                .setDescription(domain.descriptor().description())
                .setOwnerTeam(domain.descriptor().owner().team())
                .setOwnerContact(domain.descriptor().owner().contact())
                .setMembers(domain.descriptor().members())
                .setWithdrawn(domain.withdrawn())
                .setPrincipal(domain.principal())
                .setChangedAt(domain.changedAt())
                .build();
    }
}
