package io.meshwork.notifier.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock on a wall, which is put forward and back: some times of a day it never shows, others twice. */
record WallClock(ZoneId zone) {

    /** When it first shows the time; where it jumps over it, the jump. */
    Instant first(LocalDateTime time) {
        var change = zone.getRules().getTransition(time);
        if (change == null) {
            return time.atZone(zone).toInstant();
        }
        return change.isGap() ? change.getInstant() : time.toInstant(change.getOffsetBefore());
    }

    /** When it shows the time for the last time; where it jumps over it, the jump. */
    Instant last(LocalDateTime time) {
        var change = zone.getRules().getTransition(time);
        if (change == null) {
            return time.atZone(zone).toInstant();
        }
        return change.isGap() ? change.getInstant() : time.toInstant(change.getOffsetAfter());
    }
}
