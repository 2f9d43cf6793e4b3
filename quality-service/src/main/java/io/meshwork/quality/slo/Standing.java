package io.meshwork.quality.slo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an objective stands, as far as it was told.
 *
 * @param sequence counts the changes that were told
 * @param measured in the unit of the target, null when nothing was
 * @param deadline when it is breached unless something arrives, null when nothing must
 */
public record Standing(
        Level level,
        Instant since,
        long sequence,
        @Nullable Double measured,
        @Nullable Instant deadline) {

    static Standing begun(long sequence, Instant now) {
        return new Standing(Level.NO_DATA, now, sequence, null, null);
    }

    /** Nobody is told of the first good measurement: nothing was wrong. */
    boolean isTold(Level next) {
        return next != level && (next.isTrouble() || level.isTrouble());
    }

    /** @param now the change is never dated after it, nor before the last one */
    Standing after(Reading reading, Instant now) {
        if (reading.level() == null) {
            return this;
        }
        if (reading.level() == level) {
            return new Standing(level, since, sequence, reading.measured(), reading.deadline());
        }
        Instant at = reading.at().isAfter(now) ? now : reading.at();
        return new Standing(
                reading.level(),
                at.isBefore(since) ? since : at,
                isTold(reading.level()) ? sequence + 1 : sequence,
                reading.measured(),
                reading.deadline());
    }
}
