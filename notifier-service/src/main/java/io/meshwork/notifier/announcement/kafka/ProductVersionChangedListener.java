package io.meshwork.notifier.announcement.kafka;

import static io.meshwork.notifier.announcement.kafka.Origins.words;
import static io.meshwork.notifier.announcement.kafka.Origins.wordsOrNull;

import io.meshwork.events.ProductVersionChanged;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.TopicListener;
import io.meshwork.notifier.announcement.ProductNews;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import io.meshwork.notifier.product.ProductVersion;
import io.meshwork.notifier.product.VersionMoved;
import org.springframework.stereotype.Component;

/** Tells consumers that a version they use will not stay. */
@Component("productVersionChanged")
class ProductVersionChangedListener extends TopicListener<ProductVersionChanged> {

    private final ProductNews news;
    private final Links links;

    ProductVersionChangedListener(ProductNews news, Links links) {
        super("product.version-changed", ProductVersionChanged.class);
        this.news = news;
        this.links = links;
    }

    @Override
    public String expectedKey(ProductVersionChanged value) {
        return value.getProductId();
    }

    @Override
    protected void handle(Batch<ProductVersionChanged> batch) {
        var reports = batch.events().stream()
                .map(event -> Origins.report(event, ProductVersionChangedListener::fact))
                .toList();
        news.moved(reports, new OutcomePublications(batch, links));
    }

    private static VersionMoved fact(ProductVersionChanged value) {
        return new VersionMoved(
                new ProductVersion(value.getProductId(), value.getVersion()),
                words(value.getChange()),
                words(value.getReason()),
                wordsOrNull(value.getSuccessor()),
                value.getSunset(),
                value.getConsumers().stream()
                        .filter(consumer -> consumer.getAcknowledgedAt() == null)
                        .map(consumer -> words(consumer.getName()))
                        .toList(),
                wordsOrNull(value.getConsumer()),
                value.getChangedAt());
    }
}
