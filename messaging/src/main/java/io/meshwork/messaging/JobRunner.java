package io.meshwork.messaging;

import io.meshwork.messaging.FinishedJobs.Finished;
import io.meshwork.messaging.jdbc.Jobs;
import io.meshwork.messaging.jdbc.Jobs.Completion;
import io.meshwork.messaging.jdbc.Jobs.Leased;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Runs leased jobs on virtual threads: wakes when one is enqueued here, and looks every second for those of other replicas.
 * {@code mesh.jobs} counts runs by kind and result: done, later (asked for by the handler), failed, lost (the lease ended first,
 * so the result was thrown away; alert when it repeats).
 */
public final class JobRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    /** So long the jobs of a replica that was killed wait; whoever lives renews three times as often. */
    private static final Duration LEASE = Duration.ofSeconds(20);

    private static final int DECISION_TRIES = 5;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration MAX_DELAY = Duration.ofMinutes(5);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final List<JobHandler> handlers;
    private final Jobs jobs;
    private final TransactionalDecisions decisions;
    private final WakeUp wakeUp;
    private final MeterRegistry meters;
    private final Duration lease;
    private final Map<String, Places> places = new ConcurrentHashMap<>();
    private final FinishedJobs finished;
    private final Set<Leased> running = ConcurrentHashMap.newKeySet();
    private volatile boolean active;
    private @Nullable Session session;

    /** Threads between a start and the stop that ends them. */
    private record Session(ExecutorService workers, Thread dispatcher, Thread settler, Thread keeper) {}

    public JobRunner(
            List<JobHandler> handlers,
            Jobs jobs,
            TransactionalDecisions decisions,
            WakeUp wakeUp,
            MeterRegistry meters,
            Duration gather) {
        this(handlers, jobs, decisions, wakeUp, meters, LEASE, gather);
    }

    JobRunner(
            List<JobHandler> handlers,
            Jobs jobs,
            TransactionalDecisions decisions,
            WakeUp wakeUp,
            MeterRegistry meters,
            Duration lease,
            Duration gather) {
        this.handlers = handlers;
        this.jobs = jobs;
        this.decisions = decisions;
        this.wakeUp = wakeUp;
        this.meters = meters;
        this.lease = lease;
        this.finished = new FinishedJobs(gather);
    }

    @Override
    public synchronized void start() {
        if (handlers.isEmpty() || active) {
            return;
        }
        active = true;
        handlers.forEach(h -> places.put(h.kind(), new Places(h.parallelism())));
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
        session = new Session(
                workers,
                Thread.ofPlatform().name("jobs").daemon().start(() -> dispatch(workers)),
                Thread.ofPlatform().name("job-results").daemon().start(() -> settle(workers)),
                Thread.ofPlatform().name("job-leases").daemon().start(this::keepLeases));
    }

    /** A look costs a query for each kind, as much as a short job: it is at the kinds that were told of, and every second at all. */
    private void dispatch(ExecutorService workers) {
        Set<String> told = Set.of();
        long looked = System.nanoTime();
        while (active) {
            try {
                if (told.isEmpty() || System.nanoTime() - looked > LOOK.toNanos()) {
                    looked = System.nanoTime();
                    handlers.forEach(handler -> leaseSome(handler, workers));
                } else {
                    Set<String> kinds = told;
                    handlers.stream().filter(h -> kinds.contains(h.kind())).forEach(h -> leaseSome(h, workers));
                }
                told = wakeUp.awaitJobs();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.atWarn().setCause(e).log("Jobs cannot be leased; trying again");
                pause();
            }
        }
    }

    private void leaseSome(JobHandler handler, ExecutorService workers) {
        Places ofKind = places(handler);
        int free = ofKind.takeAll();
        List<Leased> leased = List.of();
        try {
            if (free > 0) {
                leased = jobs.lease(handler.kind(), free, lease);
                finished.crowded(handler, leased.size() == free);
            }
        } finally {
            ofKind.giveBack(free - leased.size(), leased.size() == free);
        }
        for (Leased job : leased) {
            running.add(job);
            workers.execute(() -> run(handler, job));
        }
    }

    private Places places(JobHandler handler) {
        return places.computeIfAbsent(handler.kind(), kind -> new Places(handler.parallelism()));
    }

    private void run(JobHandler handler, Leased leased) {
        try {
            finished.add(new Finished(handler, leased, handler.run(leased.job())));
        } catch (RetryJobLater e) {
            count(handler, "later");
            retry(leased, e.delay(), e);
        } catch (RuntimeException | Error e) {
            failed(handler, leased, e);
        } finally {
            if (places(handler).leave()) {
                wakeUp.job(handler.kind(), Duration.ZERO);
            }
        }
    }

    private void failed(JobHandler handler, Leased leased, Throwable e) {
        count(handler, "failed");
        log.atWarn()
                .addKeyValue("kind", handler.kind())
                .addKeyValue("key", leased.job().key())
                .addKeyValue("attempt", leased.job().attempts() + 1)
                .setCause(e)
                .log("A job failed and will be tried again");
        retry(leased, backOff(leased.job().attempts()), e);
    }

    private void settle(ExecutorService workers) {
        while (active || !workers.isTerminated() || !finished.isEmpty()) {
            try {
                settle(finished.next());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void settle(List<Finished> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            Map<Finished, Completion> ends = decideAgain(group);
            ends.forEach(this::ended);
        } catch (RuntimeException | Error e) {
            if (group.size() > 1 && !BrokenInfrastructure.isCauseOf(e)) {
                group.forEach(one -> settle(List.of(one)));
            } else {
                group.forEach(f -> failed(f.handler(), f.leased(), e));
            }
        }
    }

    /** A deadlock is over for whoever tries again; a job that ran again would repeat what it did outside. */
    private Map<Finished, Completion> decideAgain(List<Finished> group) {
        for (int tries = 1; ; tries++) {
            try {
                return decide(group);
            } catch (ConcurrencyFailureException e) {
                if (tries == DECISION_TRIES) {
                    throw e;
                }
                log.atWarn().addKeyValue("jobs", group.size()).log("Results of jobs met others; storing them again");
            }
        }
    }

    private Map<Finished, Completion> decide(List<Finished> group) {
        Map<Finished, Completion> ends = new LinkedHashMap<>();
        decisions.decide(group.stream()
                .map(f -> new TransactionalDecisions.Scoped("job " + f.leased().revision(), outcomes -> {
                    Completion end = jobs.complete(f.leased());
                    ends.put(f, end);
                    if (!(end instanceof Completion.Lost)) {
                        f.decision().accept(outcomes);
                    }
                }))
                .toList());
        return ends;
    }

    private void ended(Finished job, Completion end) {
        running.remove(job.leased());
        switch (end) {
            case Completion.Gone() -> count(job.handler(), "done");
            case Completion.Again(Duration in) -> {
                count(job.handler(), "done");
                wakeUp.job(job.handler().kind(), in);
            }
            case Completion.Lost() -> {
                count(job.handler(), "lost");
                log.atWarn()
                        .addKeyValue("kind", job.handler().kind())
                        .addKeyValue("key", job.leased().job().key())
                        .log("A job took longer than its lease; its result is thrown away");
            }
        }
    }

    private void count(JobHandler handler, String result) {
        meters.counter("mesh.jobs", "kind", handler.kind(), "result", result).increment();
    }

    /** A job that cannot be given back keeps its lease, and comes back when that ends. */
    private void retry(Leased leased, Duration delay, Throwable reason) {
        running.remove(leased);
        try {
            jobs.retry(leased, delay, String.valueOf(reason.getMessage()))
                    .ifPresent(in -> wakeUp.job(leased.job().kind(), in));
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
                TimeUnit.MILLISECONDS.sleep(lease.toMillis() / 3);
                running.forEach(leased -> jobs.renew(leased, lease));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.atWarn().setCause(e).log("Leases cannot be renewed; trying again");
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes no new jobs, waits for those that run, then interrupts them: their leases bring them back. */
    @Override
    public synchronized void stop() {
        active = false;
        Session ending = session;
        session = null;
        if (ending == null) {
            return;
        }
        ending.dispatcher().interrupt();
        try {
            ending.dispatcher().join(STOP_PATIENCE);
            ending.workers().shutdown();
            if (!ending.workers().awaitTermination(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                ending.workers().shutdownNow();
            }
            ending.settler().join(STOP_PATIENCE);
        } catch (InterruptedException e) {
            ending.workers().shutdownNow();
            Thread.currentThread().interrupt();
        } finally {
            ending.settler().interrupt();
            ending.keeper().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return active;
    }
}
