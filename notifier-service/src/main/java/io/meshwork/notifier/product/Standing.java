package io.meshwork.notifier.product;

import org.jspecify.annotations.Nullable;

/**
 * What was last told about one aspect of a version.
 *
 * @param position of the fact it was told from; facts at or below it are old. Of submissions the time in milliseconds
 * @param told state that consumers know, null when nothing was told
 * @param alarm cause of the alert that still stands, null when none does
 */
public record Standing(
        long position, @Nullable String told, @Nullable String alarm) {

    public static final Standing NONE = new Standing(-1, null, null);

    public boolean isPast(VersionFact fact) {
        return fact.position() <= position;
    }

    public boolean isNewToConsumers(VersionFact fact) {
        return fact.isSettled() && !fact.state().equals(told);
    }

    public boolean isNewToOps(VersionFact fact) {
        return fact.isSettled() && fact.alarm() != null && !fact.alarm().equals(alarm);
    }

    /** The same trouble was reported before. */
    public boolean hasAlarmed(String cause) {
        return cause.equals(alarm);
    }

    public Standing after(VersionFact fact) {
        return fact.isSettled()
                ? new Standing(fact.position(), fact.state(), fact.alarm())
                : new Standing(fact.position(), told, alarm);
    }
}
