package io.meshwork.quality.slo.sample;

import java.time.Instant;
import java.util.Map;

/**
 * What was counted for one objective, up to its newest window: silence changes nothing.
 *
 * @param newest beginning of the bucket of five minutes that the newest window ended in
 */
public record Counts(Instant newest, Map<Span, Count> counts) {

    public Counts {
        counts = Map.copyOf(counts);
    }

    public Count of(Span span) {
        return counts.getOrDefault(span, Count.NONE);
    }
}
