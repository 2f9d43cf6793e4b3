package io.meshwork.notifier.announcement.kafka;

import static io.meshwork.notifier.announcement.kafka.Origins.wordsOrNull;

import io.meshwork.contract.model.Owner;
import io.meshwork.events.ProductPublished;
import io.meshwork.events.PublishedChange;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.TopicListener;
import io.meshwork.notifier.announcement.ProductNews;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import io.meshwork.notifier.product.Finding;
import io.meshwork.notifier.product.KnownProduct;
import io.meshwork.notifier.product.ProductVersion;
import io.meshwork.notifier.product.Published;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets the facts go on that waited for the version. */
@Component("productPublished")
class ProductPublishedListener extends TopicListener<ProductPublished> {

    private final ProductNews news;
    private final ContractNews contracts;
    private final Links links;

    ProductPublishedListener(ProductNews news, ContractNews contracts, Links links) {
        super("product.published", ProductPublished.class);
        this.news = news;
        this.contracts = contracts;
        this.links = links;
    }

    @Override
    public String expectedKey(ProductPublished value) {
        return value.getProductId();
    }

    @Override
    protected void handle(Batch<ProductPublished> batch) {
        var reports = batch.events().stream()
                .map(event -> Origins.report(event, ProductPublishedListener::fact))
                .toList();
        news.published(reports, new OutcomePublications(batch, links));
        contracts.published(batch);
        reports.forEach(report ->
                batch.release(Origins.publicationOf(report.fact().product().ref())));
    }

    private static Published fact(ProductPublished value) {
        var product = new KnownProduct(
                new ProductVersion(value.getProductId(), value.getVersion()),
                wordsOrNull(value.getTitle()),
                new Owner(wordsOrNull(value.getOwnerTeam()), wordsOrNull(value.getOwnerContact())),
                value.getTags().stream().map(Origins::words).toList(),
                value.getRevision());
        return new Published(
                product, value.getPreviousVersion(), breaking(value), changedFields(value), value.getPublishedAt());
    }

    private static List<Finding> breaking(ProductPublished value) {
        return value.getChanges().stream()
                .filter(change -> change.getImpact().equals("breaking"))
                .map(change -> new Finding(change.getPath(), change.getKind() + ". " + change.getReason(), null))
                .toList();
    }

    private static List<String> changedFields(ProductPublished value) {
        return value.getChanges().stream().map(PublishedChange::getPath).toList();
    }
}
