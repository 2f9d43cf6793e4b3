package io.meshwork.catalog.product;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.security.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code product.submitted}: someone asks for a version to be published, deprecated or acknowledged.
 *
 * @param id of the submission, the identity of the record
 * @param productId the record key; a contract must be about this product
 * @param action what is asked for: {@code publish}, {@code deprecate} or {@code acknowledge}
 * @param document the contract as its author wrote it; empty when nothing is to be published
 * @param about what is asked about a published version
 * @param expectedRevision publish only if the product's revision is this one, null for whatever it is
 * @param submittedAt when the request reached the broker
 */
public record Request(
        UUID id,
        String productId,
        String action,
        String document,
        String mediaType,
        @Nullable Long expectedRevision,
        VersionRequest about,
        Caller caller,
        Instant submittedAt,
        Cause cause) {

    /** Tells a repeated request from another one under the same id. */
    String hash() {
        return hash(action, document, about);
    }

    /** As {@link #hash()}, of what is yet to become a request. */
    public static String hash(String action, String document, VersionRequest about) {
        return DocumentHash.of(about.equals(VersionRequest.NONE) ? document : action + " " + about);
    }
}
