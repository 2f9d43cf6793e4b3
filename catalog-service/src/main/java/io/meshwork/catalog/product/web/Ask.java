package io.meshwork.catalog.product.web;

import io.meshwork.catalog.product.Request;
import io.meshwork.catalog.product.VersionRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request over HTTP whose form is right.
 *
 * @param principal who asks; idempotency keys of different principals never meet
 * @param idempotencyKey the same key is the same submission, null when every request is a new one
 * @param token to be verified again by whoever decides, null when none came
 */
record Ask(
        String productId,
        String action,
        String document,
        String mediaType,
        @Nullable Long expectedRevision,
        VersionRequest about,
        String principal,
        @Nullable String idempotencyKey,
        @Nullable String token) {

    String hash() {
        return Request.hash(action, document, about);
    }
}
