package io.meshwork.notifier.silence;

import java.time.Instant;

/**
 * A silence with its history.
 *
 * @param active false when somebody has ended it
 * @param revision counts its changes, from 1
 * @param principal who asked for the last change
 */
public record Stored(Silence silence, boolean active, long revision, String principal, Instant changedAt) {

    public SilenceState state(Instant now) {
        if (!active || silence.isOver(now)) {
            return SilenceState.ENDED;
        }
        return silence.holds(now) ? SilenceState.IN_FORCE : SilenceState.PLANNED;
    }
}
