package io.meshwork.catalog.product.web;

import io.meshwork.catalog.product.ProductVersion;
import io.meshwork.catalog.product.Score;
import io.meshwork.catalog.product.Verdict;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published version with what is said about it.
 *
 * @param revision of the product when the version was published
 * @param contentHash SHA-256 of the contract in the common model, lower-case hex
 * @param contract where the contract is, as its author wrote it
 * @param verdict null until the policies have spoken
 * @param score null until the data was looked at
 */
record VersionRepresentation(
        String productId,
        String version,
        @Nullable String previousVersion,
        @Nullable String title,
        String lifecycle,
        long revision,
        String contentHash,
        UUID submissionId,
        String principal,
        Instant submittedAt,
        Instant publishedAt,
        String contract,
        @Nullable Verdict verdict,
        @Nullable Score score) {

    static VersionRepresentation of(ProductVersion version) {
        String productId = version.header().id();
        return new VersionRepresentation(
                productId,
                version.version(),
                version.previousVersion(),
                version.header().title(),
                version.header().lifecycle(),
                version.revision(),
                version.contentHash(),
                version.submissionId(),
                version.principal(),
                version.submittedAt(),
                version.publishedAt(),
                Paths.version(productId, version.version()) + "/contract",
                version.verdict(),
                version.score());
    }
}
