package io.meshwork.catalog.product;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A well-formed request about a published version, from someone who may make it. */
sealed interface VersionCommand {

    Request request();

    /** @param version null for the latest */
    record Deprecate(
            Request request,
            @Nullable String version,
            Instant sunset,
            String reason,
            @Nullable String successor) implements VersionCommand {}

    /** @param version null for the only one that waits for acknowledgement */
    record Acknowledge(Request request, @Nullable String version, String consumer) implements VersionCommand {}
}
