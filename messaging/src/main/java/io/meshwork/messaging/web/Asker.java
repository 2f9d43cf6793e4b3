package io.meshwork.messaging.web;

import io.meshwork.messaging.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for something that must not happen twice, as an argument of controller methods.
 *
 * @param token that proves who it is, for the record that carries the request: whoever decides verifies it again. Null when there
 *     is none
 * @param key the header Idempotency-Key, null for a request that is never the same as another
 * @param patience how long to wait for the decision
 */
public record Asker(
        Caller caller, @Nullable String token, @Nullable String key, OutcomeWait patience) {

    /** The same key of the same caller for the same thing is the same request. */
    public UUID requestId(String subject) {
        return RequestId.of(caller, subject, key);
    }
}
