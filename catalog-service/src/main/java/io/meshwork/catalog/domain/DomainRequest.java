package io.meshwork.catalog.domain;

import io.meshwork.messaging.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone wants a domain to be like this.
 *
 * @param document its description, null to withdraw it
 * @param expectedRevision refused when the domain is at another, null for any; 0 for one that does not exist
 */
public record DomainRequest(
        UUID id,
        String domain,
        @Nullable String document,
        @Nullable Long expectedRevision,
        Caller caller) {}
