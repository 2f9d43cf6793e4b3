package io.meshwork.quality.run;

import java.time.Instant;

/** New data of a version was complete at this time. */
public record Refresh(String productId, String version, Instant refreshedAt) {}
