package io.meshwork.catalog.domain;

import io.meshwork.contract.domain.DomainDescriptor;
import java.time.Instant;

/**
 * A domain as it is.
 *
 * @param revision counts its changes, from 1
 * @param withdrawn nothing can be published in it any more
 * @param principal who changed it last
 */
public record Domain(
        DomainDescriptor descriptor, long revision, boolean withdrawn, String principal, Instant changedAt) {

    public String name() {
        return descriptor.name();
    }

    /** Whether it is what a description asks for already. */
    public boolean is(DomainDescriptor asked) {
        return !withdrawn && descriptor.equals(asked);
    }
}
