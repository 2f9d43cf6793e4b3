package io.meshwork.notifier.product;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The catalog accepted a version.
 *
 * @param previous highest version before it, null for a first version
 */
public record Published(KnownProduct product, @Nullable String previous, Instant decidedAt) {}
