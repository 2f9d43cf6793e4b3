package io.meshwork.catalog.product.web;

import io.meshwork.catalog.product.DecidedSubmissions;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What happens by the clock: waiting submissions are looked up every 10 ms, old ones forgotten every hour. */
@Component
class Ticks implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Ticks.class);
    private static final long LOOK_UP_MS = 10;
    private static final long TRIM_MS = 3_600_000;

    private final SubmissionWaiter waiter;
    private final DecidedSubmissions submissions;
    private final CatalogSettings settings;
    private @Nullable ScheduledExecutorService threads;

    Ticks(SubmissionWaiter waiter, DecidedSubmissions submissions, CatalogSettings settings) {
        this.waiter = waiter;
        this.submissions = submissions;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("catalog-tick-", 0).factory());
        started.scheduleWithFixedDelay(waiter::tick, LOOK_UP_MS, LOOK_UP_MS, TimeUnit.MILLISECONDS);
        started.scheduleWithFixedDelay(this::trim, TRIM_MS, TRIM_MS, TimeUnit.MILLISECONDS);
        threads = started;
    }

    private void trim() {
        try {
            int trimmed = submissions.trim(settings.keepSubmissions());
            log.atInfo().addKeyValue("submissions", trimmed).log("Old outcomes of submissions were forgotten");
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("Old outcomes of submissions could not be forgotten; trying again in an hour");
        }
    }

    /** After the web server, whose last requests still wait for outcomes. */
    @Override
    public synchronized void stop() {
        if (threads != null) {
            threads.shutdownNow();
            threads = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
