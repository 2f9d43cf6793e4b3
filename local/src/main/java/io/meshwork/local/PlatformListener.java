package io.meshwork.local;

import io.meshwork.local.state.PartState;

/** Follows the platform's life; called from several threads. */
public interface PlatformListener {

    PlatformListener SILENT = new PlatformListener() {};

    default void ready(PartState part) {}

    /** Every topic and its schema is there; the services come next. */
    default void topicsReady() {}

    /** A part ended although nobody asked it to; {@code how} completes the sentence. */
    default void endedUnexpectedly(String part, String how) {}
}
