package io.meshwork.local.state;

import io.meshwork.local.state.PartState.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes another command recorded: found again only if they are still the same. */
public final class Processes {

    /** The kernel's boot time, from which starts are computed, moves a little when the clock is adjusted. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private Processes() {}

    public static Optional<ProcessHandle> find(Running recorded) {
        return ProcessHandle.of(recorded.pid())
                .filter(ProcessHandle::isAlive)
                .filter(process -> isSame(recorded.startedAt(), process.info().startInstant()));
    }

    static boolean isSame(Instant recorded, Optional<Instant> actual) {
        return actual.map(start -> Duration.between(recorded, start).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                .orElse(false);
    }

    /** Asks it to end, and kills it when it has not after {@code grace}. Returns whether it had to be killed. */
    public static boolean end(ProcessHandle process, Duration grace) {
        process.destroy();
        if (endsWithin(process, grace)) {
            return false;
        }
        process.destroyForcibly();
        var unused = endsWithin(process, grace);
        return true;
    }

    /** Waits for its end; false when it is still there after that time. */
    public static boolean endsWithin(ProcessHandle process, Duration time) {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
