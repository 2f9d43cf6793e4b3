package io.meshwork.policy.define;

import io.meshwork.messaging.Identity;
import io.meshwork.messaging.StorableText;
import io.meshwork.messaging.security.Caller;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone wants this document to be the policy's next revision.
 *
 * @param document null withdraws the policy
 * @param source where it comes from, as far as the request says; at most 200 characters are kept
 */
public record PolicyRequest(
        UUID id, String policyId, @Nullable String document, String source, Caller caller) {

    private static final int LONGEST_SOURCE = 200;

    public PolicyRequest {
        source = StorableText.of(source, LONGEST_SOURCE);
    }

    /** Tells a repeated request from another one under the same idempotency key. */
    public static long contentHash(@Nullable String document) {
        return document == null ? 0 : Identity.payloadHash(document.getBytes(StandardCharsets.UTF_8));
    }
}
