package io.meshwork.notifier.objective;

import org.jspecify.annotations.Nullable;

/**
 * What was last told of an objective.
 *
 * @param sequence of the change it was told from; changes at or below it are old
 * @param trouble at_risk or breached while that stands, null when all is well
 */
public record Told(long sequence, @Nullable String trouble) {

    public static final Told NOTHING = new Told(-1, null);

    public boolean isPast(ObjectiveChanged change) {
        return change.sequence() <= sequence;
    }

    /** Whoever never heard of a trouble need not hear that it is over. */
    public boolean isNews(ObjectiveChanged change) {
        return change.isTrouble() && !change.status().equals(trouble) || change.isOver() && trouble != null;
    }

    /** A status that we do not know leaves the trouble as it was. */
    public Told after(ObjectiveChanged change) {
        if (change.isTrouble()) {
            return new Told(change.sequence(), change.status());
        }
        return new Told(change.sequence(), change.isOver() ? null : trouble);
    }
}
