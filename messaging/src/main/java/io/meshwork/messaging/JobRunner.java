package io.meshwork.messaging;

import io.meshwork.messaging.jdbc.Jobs;
import io.meshwork.messaging.jdbc.Jobs.Leased;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs leased jobs on virtual threads: wakes when one is enqueued here, and looks every second for those of other replicas. */
public final class JobRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration MAX_DELAY = Duration.ofMinutes(5);

    private final List<JobHandler> handlers;
    private final Jobs jobs;
    private final Decisions decisions;
    private final WakeUp wakeUp;
    private final MeterRegistry meters;
    private final Map<String, Semaphore> free = new ConcurrentHashMap<>();
    private final Map<Leased, Boolean> running = new ConcurrentHashMap<>();
    private volatile boolean active;
    private ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    public JobRunner(List<JobHandler> handlers, Jobs jobs, Decisions decisions, WakeUp wakeUp, MeterRegistry meters) {
        this.handlers = handlers;
        this.jobs = jobs;
        this.decisions = decisions;
        this.wakeUp = wakeUp;
        this.meters = meters;
        handlers.forEach(h -> free.put(h.kind(), new Semaphore(h.parallelism())));
    }

    @Override
    public void start() {
        if (handlers.isEmpty() || active) {
            return;
        }
        active = true;
        workers = Executors.newVirtualThreadPerTaskExecutor();
        Thread.ofPlatform().name("jobs").daemon().start(this::dispatch);
        Thread.ofPlatform().name("job-leases").daemon().start(this::keepLeases);
    }

    private void dispatch() {
        while (active) {
            try {
                if (!leaseSome()) {
                    wakeUp.awaitJobs(POLL);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.atWarn().setCause(e).log("Jobs cannot be leased; trying again");
                pause();
            }
        }
    }

    private boolean leaseSome() {
        boolean found = false;
        for (JobHandler handler : handlers) {
            Semaphore permits = permits(handler);
            int places = permits.drainPermits();
            List<Leased> leased = List.of();
            try {
                leased = places == 0 ? List.of() : jobs.lease(handler.kind(), places, LEASE);
            } finally {
                permits.release(places - leased.size());
            }
            leased.forEach(job -> workers.submit(() -> run(handler, job)));
            found |= !leased.isEmpty();
        }
        return found;
    }

    private Semaphore permits(JobHandler handler) {
        return free.computeIfAbsent(handler.kind(), kind -> new Semaphore(handler.parallelism()));
    }

    private void run(JobHandler handler, Leased leased) {
        running.put(leased, true);
        try {
            Consumer<Outcomes> decision = handler.run(leased.job());
            decisions.decide(outcomes -> {
                if (jobs.complete(leased)) {
                    decision.accept(outcomes);
                }
            });
            meters.counter("mesh.jobs", "kind", handler.kind(), "result", "done")
                    .increment();
        } catch (RetryJobLater e) {
            retry(leased, e.delay(), e);
        } catch (RuntimeException e) {
            meters.counter("mesh.jobs", "kind", handler.kind(), "result", "failed")
                    .increment();
            log.atWarn()
                    .addKeyValue("kind", handler.kind())
                    .addKeyValue("key", leased.job().key())
                    .addKeyValue("attempt", leased.job().attempts() + 1)
                    .setCause(e)
                    .log("A job failed and will be tried again");
            retry(leased, backOff(leased.job().attempts()), e);
        } finally {
            running.remove(leased);
            permits(handler).release();
            wakeUp.jobs();
        }
    }

    /** A job that cannot be given back keeps its lease, and comes back when that ends. */
    private void retry(Leased leased, Duration delay, RuntimeException reason) {
        try {
            jobs.retry(leased, delay, String.valueOf(reason.getMessage()));
        } catch (RuntimeException e) {
            log.atWarn().addKeyValue("key", leased.job().key()).setCause(e).log("A job waits for the end of its lease");
        }
    }

    static Duration backOff(int attempts) {
        Duration delay = Duration.ofSeconds(1L << Math.min(attempts, 10));
        return delay.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : delay;
    }

    private void keepLeases() {
        while (active) {
            try {
                TimeUnit.MILLISECONDS.sleep(LEASE.toMillis() / 3);
                running.keySet().forEach(leased -> jobs.renew(leased, LEASE));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.atWarn().setCause(e).log("Leases cannot be renewed; trying again");
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        active = false;
        wakeUp.jobs();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(20, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return active;
    }
}
