package io.meshwork.catalog.product;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about a published version, as it came.
 *
 * @param version null for the latest
 */
public record VersionRequest(
        @Nullable String version,
        @Nullable Instant sunset,
        @Nullable String reason,
        @Nullable String successor,
        @Nullable String consumer) {

    public static final VersionRequest NONE = new VersionRequest(null, null, null, null, null);
}
