package io.meshwork.catalog.discovery.jdbc;

import io.meshwork.catalog.discovery.Follower;
import io.meshwork.catalog.discovery.ProductIndex;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows the tables as long as the service runs, in a thread of its own; nothing waits for it. In a storm of changes it rests nine times
 * as long as it worked, two seconds at most, and takes what changed several times meanwhile once; search is then a little later.
 */
@Component
class Following implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Following.class);
    private static final long STOP_SECONDS = 10;
    private static final int REST = 9;
    private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Follower follower;
    private final ProductIndex index;
    private final FollowSettings settings;
    private @Nullable ScheduledExecutorService thread;
    private boolean failing;
    private long restsUntil = System.nanoTime();

    Following(Follower follower, ProductIndex index, FollowSettings settings) {
        this.follower = follower;
        this.index = index;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("search-follower").factory());
        long millis = settings.interval().toMillis();
        started.scheduleWithFixedDelay(() -> follow(started), 0, millis, TimeUnit.MILLISECONDS);
        thread = started;
    }

    private void follow(ScheduledExecutorService running) {
        long start = System.nanoTime();
        if (start - restsUntil < 0) {
            return;
        }
        catchUp(running);
        long end = System.nanoTime();
        restsUntil = end + Math.min(REST * (end - start), LONGEST_REST_NANOS);
    }

    /**
     * What fails is tried again in the next interval; searches go on with what the index has. Errors too: a damaged file that is mapped
     * into memory ends in one, and opening the index anew mends it.
     */
    private void catchUp(ScheduledExecutorService running) {
        try {
            boolean more = true;
            while (more && !running.isShutdown()) {
                more = follower.step();
            }
            if (failing) {
                failing = false;
                log.atInfo().log("The search index follows the catalog again");
            }
        } catch (RuntimeException | Error e) {
            if (!failing) {
                log.atWarn().setCause(e).log("The search index cannot follow the catalog; trying again until it can");
            }
            failing = true;
        }
    }

    /** Lets a step end and keeps what it added. */
    @Override
    public synchronized void stop() {
        if (thread == null) {
            return;
        }
        thread.shutdown();
        try {
            if (thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                index.commit();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("The search index could not be kept; it will follow from its last commit");
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
