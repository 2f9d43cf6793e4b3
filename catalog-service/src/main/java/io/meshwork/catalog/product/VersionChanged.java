package io.meshwork.catalog.product;

import io.meshwork.messaging.Cause;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a published version.
 *
 * @param header of the product's latest version
 * @param life of the version from now on
 * @param consumer who acknowledged, null for another step
 * @param revision of the product from now on
 * @param principal who asked for it, null when it was due
 */
public record VersionChanged(
        ProductHeader header,
        VersionLife life,
        Step step,
        @Nullable String consumer,
        long revision,
        @Nullable String principal,
        Instant changedAt,
        Cause cause) {

    /** What happened to the version. */
    public enum Step {
        DEPRECATED,
        ACKNOWLEDGED,
        RETIRED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public VersionId versionId() {
        return new VersionId(header.id(), life.version());
    }
}
