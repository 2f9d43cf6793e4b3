package io.meshwork.notifier.feed.stream.sse;

import io.meshwork.notifier.feed.stream.Broadcast;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the log as long as the service runs. It stops before the web server does, which waits for open requests: streams would never
 * end by themselves.
 */
final class Telling implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Telling.class);
    private static final long STOP_SECONDS = 10;

    private final Broadcast broadcast;
    private final StreamSettings settings;
    private @Nullable ScheduledExecutorService thread;
    private boolean failing;

    Telling(Broadcast broadcast, StreamSettings settings) {
        this.broadcast = broadcast;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("update-streams").factory());
        long millis = settings.interval().toMillis();
        started.scheduleWithFixedDelay(() -> tell(started), 0, millis, TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** What fails is tried again in the next interval; streams stay open. */
    private void tell(ScheduledExecutorService running) {
        try {
            boolean more = true;
            while (more && !running.isShutdown()) {
                more = broadcast.step();
            }
            if (failing) {
                failing = false;
                log.atInfo().log("Updates are told again");
            }
        } catch (RuntimeException e) {
            if (!failing) {
                log.atWarn().setCause(e).log("Updates cannot be read; trying again until they can");
            }
            failing = true;
        }
    }

    @Override
    public synchronized void stop() {
        broadcast.close();
        if (thread == null) {
            return;
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
