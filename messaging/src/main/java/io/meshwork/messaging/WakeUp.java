package io.meshwork.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Tells the threads of this replica that there is something to do before their next look at the database. */
public final class WakeUp {

    /** Whoever waits looks at everything so often; what is further away need not be remembered. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final DelayQueue<Call> jobs = new DelayQueue<>();
    private final Semaphore parked = new Semaphore(0);

    /** @param at by {@link System#nanoTime} */
    private record Call(String kind, long at) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(at - ((Call) other).at, 0);
        }
    }

    /** A job of this kind can run in a while, or now. */
    void job(String kind, Duration in) {
        if (in.compareTo(LOOK) < 0) {
            jobs.add(new Call(kind, System.nanoTime() + in.toNanos()));
        }
    }

    /** @return the kinds of which something can run; none when nobody told of any for a second */
    Set<String> awaitJobs() throws InterruptedException {
        Call first = jobs.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return Set.of();
        }
        List<Call> calls = new ArrayList<>(List.of(first));
        jobs.drainTo(calls);
        return calls.stream().map(Call::kind).collect(Collectors.toSet());
    }

    void parked() {
        parked.release();
    }

    void awaitParked(Duration atMost) throws InterruptedException {
        if (parked.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            parked.drainPermits();
        }
    }
}
