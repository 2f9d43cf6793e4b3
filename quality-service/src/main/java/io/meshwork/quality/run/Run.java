package io.meshwork.quality.run;

import io.meshwork.quality.score.Scorecard;
import java.time.Instant;

/**
 * One check of a version's data.
 *
 * @param sequence counts the runs of the product
 * @param trigger {@code published}, {@code refreshed} or {@code reported}
 */
public record Run(
        String productId, String version, long sequence, String trigger, Scorecard scorecard, Instant scoredAt) {}
