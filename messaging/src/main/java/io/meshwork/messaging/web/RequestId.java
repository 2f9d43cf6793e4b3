package io.meshwork.messaging.web;

import io.meshwork.messaging.Identity;
import io.meshwork.messaging.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids of requests that come over REST. */
final class RequestId {

    private RequestId() {}

    /**
     * The same key of the same caller for the same thing is the same request.
     *
     * @param idempotencyKey null for a request that is never the same as another
     */
    static UUID of(Caller caller, String subject, @Nullable String idempotencyKey) {
        return idempotencyKey == null ? UUID.randomUUID() : Identity.of(caller.name(), subject, idempotencyKey);
    }
}
