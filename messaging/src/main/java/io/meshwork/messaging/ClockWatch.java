package io.meshwork.messaging;

import io.meshwork.messaging.jdbc.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the clock with the database's, at first before anybody asks it for the time. */
public final class ClockWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);

    /** Longer than a running job's lease goes without being renewed, see {@link MeshClock#compare}. */
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    /** An answer that took longer says too little about what time it is. */
    private static final Duration PROMPT = Duration.ofMillis(500);

    private final MeshClock clock;
    private final Supplier<Instant> database;
    private final Jobs jobs;
    private @Nullable Thread thread;

    public ClockWatch(MeshClock clock, JdbcClient jdbc, Jobs jobs) {
        this.clock = clock;
        this.database = () ->
                jdbc.sql("select now()").query(OffsetDateTime.class).single().toInstant();
        this.jobs = jobs;
        look();
    }

    /** Never fails: while the database does not answer, time goes on. */
    public void look() {
        try {
            compare().ifPresent(this::corrected);
        } catch (RuntimeException e) {
            log.atDebug().setCause(e).log("The clock cannot be compared with the database's");
        }
    }

    private Optional<Duration> compare() {
        long asked = System.nanoTime();
        var time = database.get();
        return System.nanoTime() - asked > PROMPT.toNanos() ? Optional.empty() : clock.compare(time);
    }

    /** What was put off by a clock that was ahead would wait too long; a job that is run too early finds nothing to do. */
    private void corrected(Duration by) {
        log.atWarn()
                .addKeyValue("by", by)
                .log("The clock was put right by the database's; keep the clocks of all machines synchronised");
        if (by.isNegative()) {
            jobs.lookAgain();
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("clock").start(this::loop);
        }
    }

    private void loop() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(INTERVAL.toMillis());
                look();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
