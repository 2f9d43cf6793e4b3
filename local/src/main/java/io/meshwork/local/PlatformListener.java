package io.meshwork.local;

import io.meshwork.local.state.PartState;
import java.time.Duration;

/** Follows the platform's life; called from several threads. */
public interface PlatformListener {

    PlatformListener SILENT = new PlatformListener() {};

    default void ready(PartState part, Duration took) {}

    /** A part ended although nobody asked it to; {@code how} completes the sentence. */
    default void endedUnexpectedly(String part, String how) {}
}
