package io.meshwork.catalog.product.kafka;

import io.meshwork.catalog.product.Request;
import io.meshwork.catalog.product.Submissions;
import io.meshwork.catalog.product.VersionRequest;
import io.meshwork.events.ProductSubmitted;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides submissions. */
@Component("productSubmitted")
class ProductSubmittedListener extends TopicListener<ProductSubmitted> {

    private final Submissions submissions;

    ProductSubmittedListener(Submissions submissions) {
        super("product.submitted", ProductSubmitted.class);
        this.submissions = submissions;
    }

    /** The product id stands in the document; a key that differs is a rejection with advice, not a dead letter. */
    @Override
    public @Nullable String expectedKey(ProductSubmitted value) {
        return null;
    }

    @Override
    protected void handle(Batch<ProductSubmitted> batch) {
        submissions.decide(
                batch.events().stream().map(ProductSubmittedListener::toRequest).toList(),
                new BatchAnnouncements(batch));
    }

    private static Request toRequest(Event<ProductSubmitted> event) {
        ProductSubmitted submitted = event.require();
        return new Request(
                event.id(),
                event.key(),
                submitted.getAction(),
                submitted.getDocument(),
                submitted.getMediaType(),
                submitted.getExpectedRevision(),
                about(submitted),
                event.caller(),
                event.time(),
                event.cause());
    }

    private static VersionRequest about(ProductSubmitted submitted) {
        return new VersionRequest(
                submitted.getVersion(),
                submitted.getSunset(),
                submitted.getReason(),
                submitted.getSuccessor(),
                submitted.getConsumer());
    }
}
