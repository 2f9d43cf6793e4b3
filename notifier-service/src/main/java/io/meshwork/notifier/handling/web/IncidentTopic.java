package io.meshwork.notifier.handling.web;

import io.meshwork.events.IncidentSubmitted;
import io.meshwork.messaging.RequestTopic;
import io.meshwork.messaging.web.BearerToken;
import io.meshwork.notifier.handling.IncidentOrder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Appends what people want of incidents. */
@Component
class IncidentTopic {

    private final RequestTopic requests;

    IncidentTopic(RequestTopic requests) {
        this.requests = requests;
    }

    /**
     * @param id the same id again is the same request
     * @return the identity under which the request will be decided
     */
    UUID append(UUID id, String incidentId, IncidentOrder order, @Nullable String token) {
        var submitted = IncidentSubmitted.newBuilder()
                .setIncidentId(incidentId)
                .setAction(order.action().word())
                .setNote(order.note())
                .build();
        return requests.append("incident.submitted", incidentId, id, submitted, BearerToken.toRecord(token));
    }
}
