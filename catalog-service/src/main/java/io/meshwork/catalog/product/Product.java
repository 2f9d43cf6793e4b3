package io.meshwork.catalog.product;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product as readers see it.
 *
 * @param version the highest published one
 * @param revision counts the changes of the product's state
 * @param submittedAt when the submission of the version reached the broker
 * @param changedAt when the state came to be
 * @param listedAt when policies and quality had first spoken about the version, null while they have not
 * @param refreshedAt when data last arrived, null when never
 * @param lives of versions that will not stay
 */
public record Product(
        ProductHeader header,
        String version,
        Listing listing,
        long revision,
        Instant submittedAt,
        Instant changedAt,
        @Nullable Instant listedAt,
        @Nullable Instant refreshedAt,
        VersionLives lives) {

    /** Time from submission to listing; null while the listing is pending. */
    public @Nullable Duration listedAfter() {
        return listedAt == null ? null : Duration.between(submittedAt, listedAt);
    }
}
