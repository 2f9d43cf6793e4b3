package io.meshwork.catalog;

import io.meshwork.catalog.lineage.LineageStore;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Forgets old lineage every hour. */
@Component
class LineageUpkeep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LineageUpkeep.class);
    private static final long EVERY_MS = 3_600_000;

    private final LineageStore store;
    private final LineageSettings settings;
    private @Nullable ScheduledExecutorService thread;

    LineageUpkeep(LineageStore store, LineageSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("lineage-upkeep").factory());
        started.scheduleWithFixedDelay(this::trim, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
        thread = started;
    }

    private void trim() {
        try {
            int trimmed = store.trim(settings.keepRuns(), settings.keepFlows());
            log.atInfo().addKeyValue("rows", trimmed).log("Old lineage was forgotten");
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("Old lineage could not be forgotten; trying again in an hour");
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
