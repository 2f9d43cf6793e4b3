package io.meshwork.policy.waiver;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A waiver as somebody wants it, to the microsecond that records and tables keep.
 *
 * @param startsAt inclusive; null, like a time that has passed, means at once
 * @param endsAt exclusive
 */
public record WaiverDraft(Exemption exemption, @Nullable Instant startsAt, Instant endsAt) {

    public WaiverDraft {
        startsAt = startsAt == null ? null : startsAt.truncatedTo(ChronoUnit.MICROS);
        endsAt = endsAt.truncatedTo(ChronoUnit.MICROS);
    }

    Instant start(Instant now) {
        return startsAt == null || startsAt.isBefore(now) ? now : startsAt;
    }
}
