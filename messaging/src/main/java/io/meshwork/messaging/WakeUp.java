package io.meshwork.messaging;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the threads of this replica that there is something to do before their next look at the database. */
public final class WakeUp {

    private final Semaphore jobs = new Semaphore(0);
    private final Semaphore parked = new Semaphore(0);

    void jobs() {
        jobs.release();
    }

    void parked() {
        parked.release();
    }

    void awaitJobs(Duration atMost) throws InterruptedException {
        await(jobs, atMost);
    }

    void awaitParked(Duration atMost) throws InterruptedException {
        await(parked, atMost);
    }

    private static void await(Semaphore signal, Duration atMost) throws InterruptedException {
        if (signal.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }
}
