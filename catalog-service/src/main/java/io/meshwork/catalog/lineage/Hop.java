package io.meshwork.catalog.lineage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of data, always in the direction in which it flows.
 *
 * @param declared by the contract of the product it goes to; otherwise a job was seen to do it
 * @param job null when declared, or told by a dataset itself
 * @param seenAt when it was last seen, to the hour; null when declared
 * @param certain false when a field is followed over a step of which only the datasets are known
 */
public record Hop(
        Spot from,
        Spot to,
        boolean declared,
        @Nullable JobName job,
        @Nullable Instant seenAt,
        boolean certain) {

    /** The same step at another time, or at none. */
    public Hop seen(@Nullable Instant at) {
        return new Hop(from, to, declared, job, at, certain);
    }
}
