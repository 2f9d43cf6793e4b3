package io.meshwork.notifier.announcement.kafka;

import static io.meshwork.notifier.announcement.kafka.Origins.words;
import static java.util.stream.Collectors.toSet;

import io.meshwork.events.ProductListing;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.notifier.announcement.ProductNews;
import io.meshwork.notifier.announcement.Reported;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import io.meshwork.notifier.product.Aspect;
import io.meshwork.notifier.product.CurrentProducts;
import io.meshwork.notifier.product.Listed;
import io.meshwork.notifier.product.ProductVersion;
import java.util.List;
import org.springframework.stereotype.Component;

@Component("productListing")
class ProductListingListener extends VersionFactListener<ProductListing> {

    private final ProductNews news;
    private final ContractNews contracts;
    private final CurrentProducts products;
    private final Links links;

    ProductListingListener(ProductNews news, ContractNews contracts, CurrentProducts products, Links links) {
        super("product.listing", ProductListing.class, Aspect.LISTING, news, links);
        this.news = news;
        this.contracts = contracts;
        this.products = products;
        this.links = links;
    }

    @Override
    public boolean acceptsTombstones() {
        return true;
    }

    @Override
    public String expectedKey(ProductListing value) {
        return value.getProductId();
    }

    /** States and ends of products take turns in the order they came. */
    @Override
    protected void handle(Batch<ProductListing> batch) {
        var events = batch.events();
        for (int from = 0, to; from < events.size(); from = to) {
            boolean gone = isTombstone(events.get(from));
            to = from + 1;
            while (to < events.size() && isTombstone(events.get(to)) == gone) {
                to++;
            }
            if (gone) {
                end(batch, events.subList(from, to));
            } else {
                products.keep(events.subList(from, to).stream()
                        .map(event -> CurrentRecords.product(event.require()))
                        .toList());
                tell(batch, events.subList(from, to));
            }
        }
    }

    @Override
    Listed fact(ProductListing value) {
        return new Listed(
                new ProductVersion(value.getProductId(), value.getVersion()),
                value.getRevision(),
                words(value.getState()),
                CurrentRecords.reasons(value),
                value.getChangedAt());
    }

    private void end(Batch<ProductListing> batch, List<Event<ProductListing>> events) {
        var reports = events.stream()
                .map(event -> new Reported<>(Origins.of(event), event.key()))
                .toList();
        products.forget(reports.stream().map(Reported::fact).collect(toSet()));
        news.gone(reports, new OutcomePublications(batch, links));
        contracts.gone(batch, events);
    }

    private static boolean isTombstone(Event<ProductListing> event) {
        return event.value() == null;
    }
}
