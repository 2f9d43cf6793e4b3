package io.meshwork.messaging.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for what any replica may bring about. For requests that are seldom: everyone who waits looks for themselves. */
public final class Waiting {

    private static final Duration BETWEEN = Duration.ofMillis(20);

    private Waiting() {}

    /** Blocks; empty when it has not come in time. */
    public static <T> Optional<T> until(OutcomeWait wait, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + wait.atMost().toNanos();
        Optional<T> found = look.get();
        while (found.isEmpty() && System.nanoTime() < end && pause()) {
            found = look.get();
        }
        return found;
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
