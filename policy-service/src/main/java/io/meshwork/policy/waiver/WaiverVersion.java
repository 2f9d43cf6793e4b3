package io.meshwork.policy.waiver;

import java.time.Duration;
import java.time.Instant;

/**
 * One revision of a waiver, as it is kept.
 *
 * @param revision of this waiver, from 1
 * @param setRevision of the set of policies and waivers from which this revision belongs to it
 * @param startsAt inclusive
 * @param endsAt exclusive; of one that was withdrawn, when it would have ended
 * @param source what the request said
 * @param approver who granted it, or withdrew it
 */
public record WaiverVersion(
        String id,
        long revision,
        long setRevision,
        Exemption exemption,
        Instant startsAt,
        Instant endsAt,
        String source,
        String approver,
        boolean withdrawn,
        Instant changedAt) {

    private static final Duration NOTICE = Duration.ofDays(7);

    public WaiverState stateAt(Instant moment) {
        if (withdrawn) {
            return WaiverState.WITHDRAWN;
        }
        if (!moment.isBefore(endsAt)) {
            return WaiverState.ENDED;
        }
        return moment.isBefore(startsAt) ? WaiverState.PLANNED : WaiverState.IN_FORCE;
    }

    boolean isOverAt(Instant moment) {
        return withdrawn || !moment.isBefore(endsAt);
    }

    /** When its owner is reminded: a week before the end, or half-way through a short one. */
    public Instant remindAt() {
        Duration duration = Duration.between(startsAt, endsAt);
        return duration.compareTo(NOTICE.multipliedBy(2)) < 0
                ? startsAt.plus(duration.dividedBy(2))
                : endsAt.minus(NOTICE);
    }

    boolean isAsAsked(WaiverDraft draft, Instant now) {
        return !withdrawn
                && exemption.equals(draft.exemption())
                && endsAt.equals(draft.endsAt())
                && isSameStart(draft.start(now), now);
    }

    /** What began already is satisfied by a waiver that holds. */
    private boolean isSameStart(Instant start, Instant now) {
        return startsAt.equals(start) || !start.isAfter(now) && !startsAt.isAfter(now);
    }
}
