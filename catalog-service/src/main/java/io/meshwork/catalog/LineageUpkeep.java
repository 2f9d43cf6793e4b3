package io.meshwork.catalog;

import io.meshwork.catalog.lineage.LineageStore;
import io.meshwork.catalog.lineage.jdbc.MissingAddresses;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What lineage needs by the clock: products of before it have their addresses written, and every hour the old is forgotten. */
@Component
class LineageUpkeep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LineageUpkeep.class);
    private static final long EVERY_MS = 3_600_000;

    private final LineageStore store;
    private final MissingAddresses missing;
    private final LineageSettings settings;
    private @Nullable ScheduledExecutorService thread;

    LineageUpkeep(LineageStore store, MissingAddresses missing, LineageSettings settings) {
        this.store = store;
        this.missing = missing;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("lineage-upkeep").factory());
        started.scheduleWithFixedDelay(this::run, 0, EVERY_MS, TimeUnit.MILLISECONDS);
        thread = started;
    }

    private void run() {
        try {
            int written = missing.write();
            int trimmed = store.trim(settings.keepRuns(), settings.keepFlows());
            log.atInfo()
                    .addKeyValue("products", written)
                    .addKeyValue("rows", trimmed)
                    .log("Addresses of products were completed and old lineage forgotten");
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("Lineage could not be looked after; trying again in an hour");
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
