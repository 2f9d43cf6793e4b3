package io.meshwork.quality.slo.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How well some objectives were kept over a time.
 *
 * @param objectives that were measured
 * @param breaches that began within the time
 * @param met how long they were not breached, added up
 * @param measured how long anything was known of them, added up
 */
public record Kept(long objectives, long breaches, Duration met, Duration measured) {

    /** Share of the measured time, 0 to 100; null when nothing was measured. */
    public @Nullable Double percentage() {
        return measured.isZero() ? null : 100.0 * met.toMillis() / measured.toMillis();
    }
}
