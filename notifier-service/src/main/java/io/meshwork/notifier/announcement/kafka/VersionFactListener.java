package io.meshwork.notifier.announcement.kafka;

import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import io.meshwork.notifier.announcement.ProductNews;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import io.meshwork.notifier.product.Aspect;
import io.meshwork.notifier.product.VersionFact;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A listener to facts about published versions: those about a version not published yet are kept aside until it is. */
abstract class VersionFactListener<T extends SpecificRecord> extends TopicListener<T> {

    private final Aspect aspect;
    private final ProductNews news;
    private final Links links;

    VersionFactListener(String topic, Class<T> type, Aspect aspect, ProductNews news, Links links) {
        super(topic, type);
        this.aspect = aspect;
        this.news = news;
        this.links = links;
    }

    abstract VersionFact fact(T value);

    @Override
    protected void handle(Batch<T> batch) {
        tell(batch, batch.events());
    }

    final void tell(Batch<T> batch, List<Event<T>> events) {
        var reports =
                events.stream().map(event -> Origins.report(event, this::fact)).toList();
        var unknown = news.changed(aspect, reports, new OutcomePublications(batch, links));
        for (var event : unknown.isEmpty() ? List.<Event<T>>of() : events) {
            var ref = fact(event.require()).ref();
            if (unknown.contains(ref)) {
                batch.park(event, Origins.publicationOf(ref));
            }
        }
    }
}
