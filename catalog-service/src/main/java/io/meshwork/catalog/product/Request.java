package io.meshwork.catalog.product;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.security.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code product.submitted}: someone asks for a version to be published.
 *
 * @param id of the submission, the identity of the record
 * @param productId the record key; the contract must be about this product
 * @param action what is asked for; only {@code publish} is understood
 * @param document the contract as its author wrote it
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
        Caller caller,
        Instant submittedAt,
        Cause cause) {}
