package io.meshwork.quality.slo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product whose promises are watched, locked until the transaction ends.
 *
 * @param version whose promises they are, null when it has none
 * @param readAt when its contracts are to be read, null when that is not to come
 */
public record Watched(
        String productId,
        @Nullable String version,
        @Nullable Instant readAt) {

    boolean mustRead(Instant now) {
        return readAt != null && !readAt.isAfter(now);
    }
}
