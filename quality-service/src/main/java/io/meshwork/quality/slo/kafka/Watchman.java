package io.meshwork.quality.slo.kafka;

import io.meshwork.messaging.BrokenInfrastructure;
import io.meshwork.messaging.Decisions;
import io.meshwork.messaging.Outcomes;
import io.meshwork.quality.slo.Unjudged;
import io.meshwork.quality.slo.Watch;
import io.meshwork.quality.slo.Watch.Result;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Judges what is due, page by page, a transaction each; every replica does. {@code mesh.slo.judged} counts products: when it stands
 * still while promises are watched, nobody is told of anything.
 */
@Component
class Watchman implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Watchman.class);
    private static final int PAGE = 500;
    private static final Duration ASIDE = Duration.ofHours(1);
    private static final Duration BETWEEN_TRIMS = Duration.ofMinutes(10);

    private final Watch watch;
    private final Decisions decisions;
    private final SloSettings settings;
    private final Counter judged;
    /** Shrinks while a product among many cannot be judged, until it is alone. */
    private int page = PAGE;

    private long trimmedAt = System.nanoTime();
    private @Nullable Thread thread;

    Watchman(Watch watch, Decisions decisions, SloSettings settings, MeterRegistry meters) {
        this.watch = watch;
        this.decisions = decisions;
        this.settings = settings;
        this.judged = meters.counter("mesh.slo.judged");
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().name("slo-watch").daemon().start(this::watch);
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (!judgeSome()) {
                    trimSometimes();
                    TimeUnit.MILLISECONDS.sleep(settings.poll().toMillis());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                if (!isPauseOver(e)) {
                    return;
                }
            }
        }
    }

    /** @return whether there may be more; what comes meanwhile waits for the next look, so that it is judged together */
    private boolean judgeSome() {
        return watch.hasWork() && (decide(watch::news) + decide(watch::due) >= PAGE / 2 || page < PAGE);
    }

    private int decide(IntFunction<Result> work) {
        AtomicInteger products = new AtomicInteger();
        try {
            decisions.decide(outcomes -> products.set(announced(work.apply(page), outcomes)));
            page = Math.min(PAGE, page * 2);
        } catch (Unjudged e) {
            if (BrokenInfrastructure.isCauseOf(e)) {
                throw e;
            }
            singleOut(e);
        }
        judged.increment(products.get());
        return products.get();
    }

    /** One product that cannot be judged keeps none of the others. */
    private void singleOut(Unjudged failure) {
        page = Math.max(1, failure.products().size() / 2);
        if (failure.products().size() == 1) {
            String productId = failure.products().getFirst();
            log.atError()
                    .setCause(failure.getCause())
                    .addKeyValue("productId", productId)
                    .log("The promises of a product cannot be judged; looking again in an hour");
            decisions.decide(_ -> watch.setAside(productId, ASIDE));
        }
    }

    private static int announced(Result result, Outcomes outcomes) {
        result.changes().forEach(change -> StatusRecords.announce(outcomes, change));
        return result.products();
    }

    private void trimSometimes() {
        if (System.nanoTime() - trimmedAt > BETWEEN_TRIMS.toNanos()) {
            trimmedAt = System.nanoTime();
            watch.trim(settings.history());
        }
    }

    /** Neither a neighbour that is down nor a fault of ours is a reason to stop; what is due stays due. */
    private boolean isPauseOver(Throwable failure) {
        if (Thread.currentThread().isInterrupted()) {
            return false;
        }
        log.atWarn().setCause(failure).log("Service level objectives cannot be judged now; trying again");
        try {
            TimeUnit.MILLISECONDS.sleep(Math.max(1_000, settings.poll().toMillis()));
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(10_000);
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
