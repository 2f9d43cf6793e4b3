package io.meshwork.catalog.product.web;

import io.meshwork.events.ProductSubmitted;
import io.meshwork.messaging.BrokenInfrastructure;
import io.meshwork.messaging.OutcomeTooLargeException;
import io.meshwork.messaging.PromptRequests;
import io.meshwork.messaging.RequestTopic;
import io.meshwork.messaging.kafka.Headers;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Appends submissions. */
@Component
class SubmittedTopic {

    private final PromptRequests requests;

    SubmittedTopic(RequestTopic requests, CatalogSettings settings) {
        this.requests = new PromptRequests(requests, settings.brokerWait());
    }

    /**
     * @return id of the submission
     * @throws BrokenInfrastructure when the broker has not confirmed in time; it may have the record all the same
     */
    UUID append(Ask ask, UUID requestId) {
        ProductSubmitted submitted = ProductSubmitted.newBuilder()
                .setDocument(ask.document())
                .setMediaType(ask.mediaType())
                .setExpectedRevision(ask.expectedRevision())
                .build();
        Map<String, String> headers = ask.token() == null ? Map.of() : Map.of(Headers.TOKEN, ask.token());
        try {
            return requests.append("product.submitted", ask.productId(), requestId, submitted, headers);
        } catch (OutcomeTooLargeException e) {
            throw DocumentBody.tooLarge();
        }
    }

    @PreDestroy
    void close() {
        requests.close();
    }
}
