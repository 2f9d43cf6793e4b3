package io.meshwork.catalog.template.web;

import io.meshwork.catalog.template.TemplateRequest;
import io.meshwork.events.TemplateSubmitted;
import io.meshwork.messaging.PromptRequests;
import io.meshwork.messaging.web.BearerToken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Appends requests for templates. */
@Component
class TemplateTopic {

    private final PromptRequests requests;

    TemplateTopic(PromptRequests requests) {
        this.requests = requests;
    }

    /** @throws io.meshwork.messaging.BrokenInfrastructure when the broker has not confirmed in time */
    void append(TemplateRequest request, @Nullable String token) {
        TemplateSubmitted submitted = TemplateSubmitted.newBuilder()
                .setTemplate(request.template())
                .setVersion(request.version())
                .setDocument(request.document())
                .build();
        requests.append("template.submitted", request.template(), request.id(), submitted, BearerToken.toRecord(token));
    }
}
