package io.meshwork.catalog.domain.web;

import io.meshwork.events.DomainSubmitted;
import io.meshwork.messaging.PromptRequests;
import io.meshwork.messaging.web.BearerToken;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Appends requests for domains. */
@Component
class DomainTopic {

    private final PromptRequests requests;

    DomainTopic(PromptRequests requests) {
        this.requests = requests;
    }

    /**
     * @param document null to withdraw the domain
     * @throws io.meshwork.messaging.BrokenInfrastructure when the broker has not confirmed in time
     */
    void append(String domain, @Nullable String document, @Nullable Long expectedRevision, @Nullable String token) {
        DomainSubmitted submitted = DomainSubmitted.newBuilder()
                .setDomain(domain)
                .setDocument(document)
                .setExpectedRevision(expectedRevision)
                .build();
        requests.append("domain.submitted", domain, UUID.randomUUID(), submitted, BearerToken.toRecord(token));
    }
}
