package io.meshwork.catalog.lineage.web;

import io.meshwork.catalog.lineage.EventTexts;
import io.meshwork.catalog.lineage.JobName;
import io.meshwork.catalog.lineage.LineageEvent;
import io.meshwork.catalog.lineage.Refusal;
import io.meshwork.events.LineageSubmitted;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.OutcomeTooLargeException;
import io.meshwork.messaging.PromptRequests;
import io.meshwork.messaging.web.BearerToken;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Appends events to their topic. */
@Component
class ReportTopic {

    private final PromptRequests requests;

    ReportTopic(PromptRequests requests) {
        this.requests = requests;
    }

    /**
     * The same event of the same caller is the same request, so a client may send it again when it got no answer.
     *
     * @param token to be verified again when the event is taken in, null when none came
     * @return why it does not fit into a record, empty when the broker has it
     * @throws io.meshwork.messaging.BrokenInfrastructure when the broker has not confirmed in time
     */
    Optional<Refusal> append(String text, LineageEvent event, String caller, @Nullable String token) {
        LineageSubmitted submitted = LineageSubmitted.newBuilder()
                .setEvent(text)
                .setRunId(event.run() == null ? null : event.run().toString())
                .setJob(event.job() == null ? null : text(event.job()))
                .build();
        UUID id = Identity.of("lineage", caller, text);
        try {
            requests.append("lineage.submitted", key(event), id, submitted, BearerToken.toRecord(token));
            return Optional.empty();
        } catch (OutcomeTooLargeException e) {
            return Optional.of(EventTexts.tooLarge());
        }
    }

    /** Events of a run stay in order; nothing depends on it. */
    private static String key(LineageEvent event) {
        if (event.run() != null) {
            return event.run().toString();
        }
        return event.job() != null
                ? text(event.job())
                : event.outputs().getFirst().name().address().text();
    }

    private static String text(JobName job) {
        return job.namespace() + "/" + job.name();
    }
}
