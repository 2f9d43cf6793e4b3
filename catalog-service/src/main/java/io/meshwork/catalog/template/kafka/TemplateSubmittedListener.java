package io.meshwork.catalog.template.kafka;

import io.meshwork.catalog.template.TemplateDecision;
import io.meshwork.catalog.template.TemplateRequest;
import io.meshwork.catalog.template.TemplateVersion;
import io.meshwork.catalog.template.Templates;
import io.meshwork.events.TemplateChanged;
import io.meshwork.events.TemplateSubmitted;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Decides requests for templates. */
@Component("templateSubmitted")
class TemplateSubmittedListener extends TopicListener<TemplateSubmitted> {

    private final Templates templates;

    TemplateSubmittedListener(Templates templates) {
        super("template.submitted", TemplateSubmitted.class);
        this.templates = templates;
    }

    @Override
    public String expectedKey(TemplateSubmitted value) {
        return value.getTemplate();
    }

    @Override
    protected void handle(Batch<TemplateSubmitted> batch) {
        Map<UUID, TemplateDecision> decisions = templates.decide(batch.events().stream()
                .map(TemplateSubmittedListener::toRequest)
                .toList());
        for (Event<TemplateSubmitted> event : batch.events()) {
            switch (decisions.get(event.id())) {
                case TemplateDecision.Changed(var template, var document) ->
                    batch.emit(event.cause(), "template.changed", template.reference(), toRecord(template, document));
                case TemplateDecision.Unchanged _ -> {}
                case TemplateDecision.Refused(var code, var reason, var problems) ->
                    batch.refuse(event, code.text() + ": " + reason);
                case null -> throw new IllegalStateException("no decision about " + event.id());
            }
        }
    }

    private static TemplateRequest toRequest(Event<TemplateSubmitted> event) {
        TemplateSubmitted submitted = event.require();
        return new TemplateRequest(
                event.id(), submitted.getTemplate(), submitted.getVersion(), submitted.getDocument(), event.caller());
    }

    private static TemplateChanged toRecord(TemplateVersion template, String document) {
        return TemplateChanged.newBuilder()
                .setTemplate(template.name())
                .setVersion(template.version())
                .setRevision(template.revision())
                .setDomain(template.domain())
                .setDescription(template.description())
                .setDocument(document)
                .setWithdrawn(template.withdrawn())
                .setPrincipal(template.principal())
                .setChangedAt(template.changedAt())
                .build();
    }
}
