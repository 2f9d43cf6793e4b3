package io.meshwork.catalog.product;

import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.messaging.Cause;
import java.time.Instant;

/**
 * A product as its consumers see it.
 *
 * @param version the highest published one, which the listing is about
 * @param revision counts the changes of this state
 * @param submittedAt when the submission of the version reached the broker
 * @param changedAt when this state came to be
 * @param cause the event that led to this state
 */
public record Standing(
        ProductHeader header,
        String version,
        Listing listing,
        long revision,
        Instant submittedAt,
        Instant changedAt,
        Cause cause) {

    /** A version that nobody has judged yet. */
    static Standing of(Published published) {
        Request request = published.request();
        return new Standing(
                published.header(),
                published.submission().version().toString(),
                Listing.PENDING,
                published.revision(),
                request.submittedAt(),
                published.publishedAt(),
                request.cause());
    }

    public String productId() {
        return header.id();
    }
}
