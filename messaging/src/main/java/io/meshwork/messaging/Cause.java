package io.meshwork.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a decision follows from. Outcome ids derive from it, so deciding again gives the same ids; two decisions that are not the
 * same need causes of their own.
 *
 * @param id identity of the causing event
 * @param correlationId the first event of the chain
 * @param traceparent W3C trace context to continue, null when there is none
 */
public record Cause(UUID id, String correlationId, @Nullable String traceparent) {}
