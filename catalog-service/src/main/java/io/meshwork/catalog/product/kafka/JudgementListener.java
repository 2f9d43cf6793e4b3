package io.meshwork.catalog.product.kafka;

import io.meshwork.catalog.product.Judgement;
import io.meshwork.catalog.product.Listings;
import io.meshwork.catalog.product.VersionId;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Joins judgements with the versions they are about; what comes before its version is parked until that is published. */
abstract class JudgementListener<T extends SpecificRecord> extends TopicListener<T> {

    private final Listings listings;

    JudgementListener(String topic, Class<T> type, Listings listings) {
        super(topic, type);
        this.listings = listings;
    }

    abstract Judgement toJudgement(Event<T> event);

    @Override
    protected final void handle(Batch<T> batch) {
        List<Event<T>> events = batch.events();
        List<Judgement> judgements = events.stream().map(this::toJudgement).toList();
        Set<VersionId> unknown = listings.judge(judgements, new BatchAnnouncements(batch));
        for (int i = 0; i < events.size(); i++) {
            VersionId subject = judgements.get(i).subject();
            if (unknown.contains(subject)) {
                batch.park(events.get(i), BatchAnnouncements.waitingFor(subject));
            }
        }
    }
}
