package io.meshwork.notifier.subscription;

import java.time.Instant;

/**
 * A subscription with its history.
 *
 * @param source who keeps it
 * @param revision counts its changes, from 1
 * @param principal who asked for the last change
 */
public record Stored(Subscription subscription, Source source, long revision, String principal, Instant changedAt) {

    /** Who keeps a subscription: what one wrote the other must not overwrite. */
    public enum Source {
        CONFIGURATION,
        /** Its subscriber is named in the contract of a product. */
        CONTRACT,
        /** Its subscriber was given access to a product. */
        ACCESS,
        REQUEST
    }
}
