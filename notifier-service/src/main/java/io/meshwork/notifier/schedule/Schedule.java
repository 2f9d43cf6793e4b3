package io.meshwork.notifier.schedule;

import io.meshwork.notifier.news.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a subscriber is told of what was decided.
 *
 * @param quiet null when the subscriber may be told at any hour
 */
public record Schedule(Rhythm rhythm, @Nullable QuietHours quiet) {

    public static final Schedule AT_ONCE = new Schedule(new Rhythm.AtOnce(), null);

    /** The moment itself, or the end of the quiet hours that it is in. */
    public Instant free(Instant moment, Severity severity) {
        return quiet == null || !quiet.concern(severity) ? moment : quiet.after(moment);
    }

    /** Never before the decision; follows from nothing but the arguments, so that every replica finds the same. */
    public Instant due(Instant decidedAt, Severity severity) {
        return free(rhythm.next(decidedAt), severity);
    }
}
