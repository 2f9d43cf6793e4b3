package io.meshwork.policy.inforce;

import java.time.Instant;

/**
 * One state of everything that products are judged by: policies and waivers.
 *
 * @param number counted up, 0 before the first policy
 * @param asOf the moment that decides which stage of its roll-out a policy is in, and which waivers hold; never before that of
 *     an earlier revision
 */
public record SetRevision(long number, Instant asOf) {

    /** What comes after it; a clock that went back does not take the set with it. */
    public SetRevision next(Instant now) {
        return new SetRevision(number + 1, now.isBefore(asOf) ? asOf : now);
    }
}
