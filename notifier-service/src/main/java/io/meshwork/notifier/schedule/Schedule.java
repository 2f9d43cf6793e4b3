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

    /** Never before the decision; follows from nothing but the arguments, so that every replica finds the same. */
    public Instant due(Instant decidedAt, Severity severity) {
        var next = rhythm.next(decidedAt);
        return quiet == null || !quiet.concern(severity) ? next : quiet.after(next);
    }
}
