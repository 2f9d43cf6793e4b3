package io.meshwork.notifier.news;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * That something is wrong with what an occurrence is about, or that it is over.
 *
 * @param cause what is wrong: signals about one thing with one cause belong together
 * @param over false when the trouble begins or goes on
 * @param rank orders the versions of a product: what is over is over for this rank and those below
 * @param quiet a trouble that nothing tells the end of is over after so long without another signal; null when its end is told
 */
public record Signal(
        String cause, boolean over, long rank, @Nullable Duration quiet) {

    private static final String EVERYTHING = "*";

    public static Signal wrong(String cause, long rank) {
        return new Signal(cause, false, rank, null);
    }

    /** About the platform, and of which nobody says when it is over. */
    public static Signal wrongUntilQuiet(String cause, Duration quiet) {
        return new Signal(cause, false, 0, quiet);
    }

    public static Signal over(String cause, long rank) {
        return new Signal(cause, true, rank, null);
    }

    /** Whatever was wrong: it is gone. */
    public static Signal everythingOver(long rank) {
        return new Signal(EVERYTHING, true, rank, null);
    }

    public boolean isAboutEverything() {
        return cause.equals(EVERYTHING);
    }
}
