package io.meshwork.notifier.silence;

import io.meshwork.messaging.Identity;

/** What somebody wants of a silence. */
public sealed interface SilenceOrder {

    /** @param onlyNew not when there is one of this id that has not ended */
    record Put(SilenceForm form, boolean onlyNew) implements SilenceOrder {}

    record End() implements SilenceOrder {}

    /** Tells a repeated request from another one under the same idempotency key. */
    default long contentHash() {
        return Identity.of(toString()).getMostSignificantBits();
    }
}
