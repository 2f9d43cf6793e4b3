package io.meshwork.quality.slo;

import io.meshwork.quality.slo.sample.Counts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an objective is judged by. */
public sealed interface Facts {

    /** @param since when the data was complete, else when the promise began */
    record Age(Instant since) implements Facts {}

    /** A quality score, 0 to 1. */
    record Score(double score, Instant scoredAt) implements Facts {}

    /** @param value the newest that was reported, in the objective's unit; null when only counts were */
    record Reported(Counts counts, @Nullable Double value) implements Facts {}

    /** Nothing was measured, or so long ago that it is forgotten. */
    record None() implements Facts {}
}
