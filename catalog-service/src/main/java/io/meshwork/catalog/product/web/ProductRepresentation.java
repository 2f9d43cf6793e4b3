package io.meshwork.catalog.product.web;

import io.meshwork.catalog.product.Product;
import io.meshwork.catalog.product.ProductHeader;
import io.meshwork.catalog.product.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product at its latest version.
 *
 * @param state pending, listed, listed_with_warnings or blocked
 * @param compliance unknown, compliant, warnings or violated
 * @param quality unknown, passed, failed or not_checked
 * @param qualityScore 0..1, null when not scored
 * @param reasons why it is blocked or warned about
 * @param revision counts the changes of its state; also the ETag
 * @param listedAt when policies and quality had first spoken about the version, null while they have not
 * @param listedAfterMillis time from submission to listing, null while it is pending
 * @param refreshedAt when data last arrived, null when never
 * @param versionLives versions that will not stay: deprecated ones, and the latest once it is retired
 */
record ProductRepresentation(
        String id,
        String domain,
        String name,
        String version,
        @Nullable String title,
        @Nullable String description,
        String type,
        String lifecycle,
        @Nullable String classification,
        @Nullable String ownerTeam,
        @Nullable String ownerContact,
        List<String> tags,
        String state,
        String compliance,
        String quality,
        @Nullable Double qualityScore,
        List<Reason> reasons,
        long revision,
        Instant submittedAt,
        Instant changedAt,
        @Nullable Instant listedAt,
        @Nullable Long listedAfterMillis,
        @Nullable Instant refreshedAt,
        List<LifeRepresentation> versionLives) {

    static ProductRepresentation of(Product product) {
        ProductHeader header = product.header();
        Duration listedAfter = product.listedAfter();
        return new ProductRepresentation(
                header.id(),
                header.domain(),
                header.name(),
                product.version(),
                header.title(),
                header.description(),
                header.type(),
                header.lifecycle(),
                header.classification(),
                header.ownerTeam(),
                header.ownerContact(),
                header.tags(),
                product.listing().state().text(),
                product.listing().compliance().text(),
                product.listing().quality().text(),
                product.listing().qualityScore(),
                product.listing().reasons(),
                product.revision(),
                product.submittedAt(),
                product.changedAt(),
                product.listedAt(),
                listedAfter == null ? null : listedAfter.toMillis(),
                product.refreshedAt(),
                product.lives().all().stream().map(LifeRepresentation::of).toList());
    }
}
