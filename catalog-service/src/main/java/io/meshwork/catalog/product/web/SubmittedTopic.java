package io.meshwork.catalog.product.web;

import io.meshwork.contract.read.ContractReader;
import io.meshwork.events.ProductSubmitted;
import io.meshwork.messaging.BrokenInfrastructure;
import io.meshwork.messaging.OutcomeTooLargeException;
import io.meshwork.messaging.PromptRequests;
import io.meshwork.messaging.web.BearerToken;
import io.meshwork.messaging.web.TextBody;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Appends submissions. */
@Component
class SubmittedTopic {

    static final TextBody BODY = new TextBody(ContractReader.MAX_BYTES, "A contract", "submission");

    private final PromptRequests requests;

    SubmittedTopic(PromptRequests requests) {
        this.requests = requests;
    }

    /**
     * @return id of the submission
     * @throws BrokenInfrastructure when the broker has not confirmed in time; it may have the record all the same
     */
    UUID append(Ask ask, UUID requestId) {
        ProductSubmitted submitted = ProductSubmitted.newBuilder()
                .setDocument(ask.document())
                .setMediaType(ask.mediaType())
                .setAction(ask.action())
                .setExpectedRevision(ask.expectedRevision())
                .setVersion(ask.about().version())
                .setSunset(ask.about().sunset())
                .setReason(ask.about().reason())
                .setSuccessor(ask.about().successor())
                .setConsumer(ask.about().consumer())
                .build();
        try {
            return requests.append(
                    "product.submitted", ask.productId(), requestId, submitted, BearerToken.toRecord(ask.token()));
        } catch (OutcomeTooLargeException e) {
            throw BODY.tooLarge();
        }
    }
}
