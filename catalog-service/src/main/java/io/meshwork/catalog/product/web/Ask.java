package io.meshwork.catalog.product.web;

import org.jspecify.annotations.Nullable;

/**
 * A submission over HTTP whose contract is valid.
 *
 * @param principal who asks; idempotency keys of different principals never meet
 * @param idempotencyKey the same key is the same submission, null when every request is a new one
 * @param token to be verified again by whoever decides, null when none came
 */
record Ask(
        String productId,
        String document,
        String mediaType,
        @Nullable Long expectedRevision,
        String principal,
        @Nullable String idempotencyKey,
        @Nullable String token) {}
