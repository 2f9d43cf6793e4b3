package io.meshwork.messaging.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for what any replica may bring about. For requests that are seldom: everyone who waits looks for themselves. */
public final class Waiting {

    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private Waiting() {}

    /** Blocks; empty when it has not come in time. */
    public static <T> Optional<T> until(OutcomeWait wait, Supplier<Optional<T>> look) {
        long begin = System.nanoTime();
        long end = begin + wait.atMost().toNanos();
        Optional<T> found = look.get();
        while (found.isEmpty() && System.nanoTime() < end && pause(System.nanoTime() - begin)) {
            found = look.get();
        }
        return found;
    }

    /** The longer it has taken the less often: a minute costs some seventy looks and not thousands. */
    private static boolean pause(long waited) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.clamp(waited / 10, SHORTEST.toNanos(), LONGEST.toNanos()));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
