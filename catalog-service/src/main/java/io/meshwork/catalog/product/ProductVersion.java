package io.meshwork.catalog.product;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published version with what is said about it.
 *
 * @param previousVersion the highest version before, null for a first one
 * @param revision of the product when the version was published
 * @param contentHash SHA-256 of the contract in the common model, lower-case hex
 * @param principal who asked for it
 * @param verdict null until the policies have spoken
 * @param score null until the data was looked at
 */
public record ProductVersion(
        ProductHeader header,
        String version,
        @Nullable String previousVersion,
        long revision,
        String contentHash,
        UUID submissionId,
        String principal,
        Instant submittedAt,
        Instant publishedAt,
        @Nullable Verdict verdict,
        @Nullable Score score) {}
