package io.meshwork.notifier.announcement.kafka;

import static io.meshwork.notifier.announcement.kafka.Origins.words;

import io.meshwork.events.SloStatusChanged;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.TopicListener;
import io.meshwork.notifier.announcement.ObjectiveNews;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import io.meshwork.notifier.objective.ObjectiveChanged;
import io.meshwork.notifier.objective.ObjectiveId;
import org.springframework.stereotype.Component;

@Component("sloStatusChanged")
class SloStatusChangedListener extends TopicListener<SloStatusChanged> {

    private final ObjectiveNews news;
    private final Links links;

    SloStatusChangedListener(ObjectiveNews news, Links links) {
        super("slo.status-changed", SloStatusChanged.class);
        this.news = news;
        this.links = links;
    }

    @Override
    public String expectedKey(SloStatusChanged value) {
        return value.getProductId();
    }

    @Override
    protected void handle(Batch<SloStatusChanged> batch) {
        var reports = batch.events().stream()
                .map(event -> Origins.report(event, SloStatusChangedListener::fact))
                .toList();
        news.changed(reports, new OutcomePublications(batch, links));
    }

    private static ObjectiveChanged fact(SloStatusChanged value) {
        return new ObjectiveChanged(
                new ObjectiveId(words(value.getProductId()), words(value.getObjective())),
                words(value.getVersion()),
                words(value.getStatus()),
                value.getMeasured(),
                value.getTarget(),
                words(value.getUnit()),
                value.getSequence(),
                value.getChangedAt());
    }
}
