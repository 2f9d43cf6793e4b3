package io.meshwork.notifier.announcement.kafka;

import io.meshwork.messaging.Job;
import io.meshwork.messaging.JobHandler;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.announcement.IncidentWatch;
import io.meshwork.notifier.incident.kafka.IncidentRecords;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Looks at an incident when its time has come: to end it, or to remind of it. */
@Component
class IncidentDueJob implements JobHandler {

    private final IncidentWatch watch;
    private final Links links;

    IncidentDueJob(IncidentWatch watch, Links links) {
        this.watch = watch;
        this.links = links;
    }

    @Override
    public String kind() {
        return IncidentRecords.DUE;
    }

    @Override
    public Consumer<Outcomes> run(Job job) {
        return outcomes -> watch.look(Long.parseLong(job.key()), new OutcomePublications(outcomes, links))
                .ifPresent(next -> outcomes.enqueue(job.cause(), IncidentRecords.DUE, job.key(), "", next));
    }
}
