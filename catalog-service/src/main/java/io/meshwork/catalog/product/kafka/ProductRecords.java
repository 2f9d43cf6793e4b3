package io.meshwork.catalog.product.kafka;

import io.meshwork.catalog.product.Listing;
import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.catalog.product.Outcome.Rejected;
import io.meshwork.catalog.product.ProductHeader;
import io.meshwork.catalog.product.Reason;
import io.meshwork.catalog.product.Request;
import io.meshwork.catalog.product.Standing;
import io.meshwork.contract.read.Problem;
import io.meshwork.events.ListingReason;
import io.meshwork.events.ProductListing;
import io.meshwork.events.ProductPublished;
import io.meshwork.events.ProductRejected;
import io.meshwork.events.PublishedChange;
import io.meshwork.events.RejectionProblem;
import java.time.Instant;
import java.util.List;

/** Decisions as the records of their topics. */
final class ProductRecords {

    private ProductRecords() {}

    /** @param changes as many of the classified changes as are to be told; their number is told in any case */
    static ProductPublished published(Published published, List<PublishedChange> changes) {
        ProductHeader header = ProductHeader.of(published.submission().product());
        Request request = published.request();
        return ProductPublished.newBuilder()
                .setProductId(header.id())
                .setDomain(header.domain())
                .setName(header.name())
                .setVersion(published.submission().version().toString())
                .setTitle(header.title())
                .setDescription(header.description())
                .setType(header.type())
                .setLifecycle(header.lifecycle())
                .setClassification(header.classification())
                .setOwnerTeam(header.ownerTeam())
                .setOwnerContact(header.ownerContact())
                .setTags(header.tags())
                .setContract(published.submission().contract().canonicalJson())
                .setContentHash(published.submission().contract().contentHash())
                .setPreviousVersion(published.previousVersion())
                .setRevision(published.revision())
                .setSubmissionId(request.id())
                .setPrincipal(request.caller().name())
                .setSubmittedAt(request.submittedAt())
                .setPublishedAt(published.publishedAt())
                .setChanges(changes)
                .setChangeCount(published.changes().size())
                .build();
    }

    static ProductRejected rejected(Rejected rejected, Instant at) {
        Request request = rejected.request();
        return ProductRejected.newBuilder()
                .setProductId(request.productId())
                .setVersion(rejected.version())
                .setSubmissionId(request.id())
                .setProblems(rejected.problems().stream()
                        .map(ProductRecords::problem)
                        .toList())
                .setPrincipal(request.caller().name())
                .setRejectedAt(at)
                .build();
    }

    static ProductListing listing(Standing standing) {
        ProductHeader header = standing.header();
        Listing listing = standing.listing();
        return ProductListing.newBuilder()
                .setProductId(header.id())
                .setDomain(header.domain())
                .setName(header.name())
                .setVersion(standing.version())
                .setTitle(header.title())
                .setDescription(header.description())
                .setType(header.type())
                .setLifecycle(standing.lifecycle())
                .setClassification(header.classification())
                .setOwnerTeam(header.ownerTeam())
                .setOwnerContact(header.ownerContact())
                .setTags(header.tags())
                .setState(listing.state().text())
                .setReasons(
                        listing.reasons().stream().map(ProductRecords::reason).toList())
                .setCompliance(listing.compliance().text())
                .setQuality(listing.quality().text())
                .setQualityScore(listing.qualityScore())
                .setDeprecatedVersions(standing.lives().deprecated().stream()
                        .map(VersionRecords::deprecated)
                        .toList())
                .setRevision(standing.revision())
                .setSubmittedAt(standing.submittedAt())
                .setChangedAt(standing.changedAt())
                .build();
    }

    private static RejectionProblem problem(Problem problem) {
        return new RejectionProblem(
                problem.code(),
                problem.message(),
                problem.advice(),
                problem.pointer(),
                problem.line(),
                problem.column());
    }

    private static ListingReason reason(Reason reason) {
        return new ListingReason(reason.code(), reason.message(), reason.remediation());
    }
}
