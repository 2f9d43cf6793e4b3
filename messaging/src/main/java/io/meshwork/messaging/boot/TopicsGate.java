package io.meshwork.messaging.boot;

import io.meshwork.schemas.topics.PlatformUnavailableException;
import io.meshwork.schemas.topics.TopicsCheck;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Opens the bindings when broker and registry answer, every topic of this service is there with a compatible schema, and so is
 * what else the service needs ({@link BeforeListening}). Until then it waits and the service is not ready; when a topic is missing or incompatible the service ends with the
 * command that mends it.
 */
final class TopicsGate implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(TopicsGate.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int BROKEN_TOPICS = 2;

    /** A stop waits for bindings that are being opened for so many times the patience; a broker that is gone holds them up for minutes. */
    private static final int STOP_PATIENCE = 5;

    /** Tries between two log lines that say the same. */
    private static final int SILENCE = 15;

    /** The parts of the outside world the gate needs. */
    interface World {
        /** @throws PlatformUnavailableException when broker or registry do not answer */
        TopicsCheck.Result check(Collection<String> topics);

        void openBindings();

        void closeBindings();

        void exit(int code);
    }

    private final World world;
    private final Collection<String> topics;
    private final List<BeforeListening> needs;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile State state = State.WAITING;
    private volatile @Nullable Thread opener;

    private enum State {
        WAITING,
        OPEN,
        BROKEN
    }

    TopicsGate(World world, Collection<String> topics, List<BeforeListening> needs) {
        this(world, topics, needs, PATIENCE);
    }

    TopicsGate(World world, Collection<String> topics, List<BeforeListening> needs, Duration patience) {
        this.world = world;
        this.topics = topics;
        this.needs = List.copyOf(needs);
        this.patience = patience;
    }

    @Override
    public synchronized void start() {
        if (opener == null) {
            state = State.WAITING;
            Thread thread = Thread.ofPlatform().name("topics-gate").daemon().unstarted(this::open);
            opener = thread;
            thread.start();
        }
    }

    private void open() {
        for (int tries = 0; state == State.WAITING && isMine(); tries++) {
            try {
                TopicsCheck.Result result = world.check(topics);
                if (!(result instanceof TopicsCheck.Result.Ok) || isPrepared(tries)) {
                    pass(result);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (PlatformUnavailableException e) {
                if (tries % SILENCE == 0) {
                    log.atWarn().addKeyValue("reason", e.getMessage()).log("Waiting for broker and registry");
                }
                pause();
            } catch (RuntimeException e) {
                if (tries % SILENCE == 0) {
                    log.atError().setCause(e).log("Topics cannot be checked or opened; trying again");
                }
                pause();
            }
        }
    }

    private boolean isPrepared(int tries) throws InterruptedException {
        for (BeforeListening need : needs) {
            if (!need.isThere(patience)) {
                if (tries % SILENCE == 0) {
                    log.atWarn().addKeyValue("for", need.what()).log("Waiting before the first record is taken");
                }
                return false;
            }
        }
        return true;
    }

    /** Opening and stopping exclude each other: bindings opened after a stop would outlive the database. */
    private void pass(TopicsCheck.Result result) {
        lock.lock();
        try {
            if (isMine()) {
                act(result);
            }
        } finally {
            lock.unlock();
        }
    }

    private void act(TopicsCheck.Result result) {
        switch (result) {
            case TopicsCheck.Result.Ok() -> {
                world.openBindings();
                if (!isMine()) {
                    world.closeBindings();
                    return;
                }
                state = State.OPEN;
                log.atInfo().addKeyValue("topics", topics.size()).log("Broker and registry are there; listening");
            }
            case TopicsCheck.Result.Broken broken -> {
                state = State.BROKEN;
                log.atError()
                        .addKeyValue("problems", broken.message())
                        .log("Topics are not as this service needs them");
                world.exit(BROKEN_TOPICS);
            }
        }
    }

    private boolean isMine() {
        return Thread.currentThread().equals(opener);
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        Thread opening = opener;
        opener = null;
        if (opening != null) {
            opening.interrupt();
        }
        close();
    }

    /** Whoever is still opening bindings after that closes them. */
    private void close() {
        if (!lockInTime()) {
            log.atWarn().log("Bindings are still being opened; stopping without them");
            return;
        }
        try {
            if (state == State.OPEN) {
                world.closeBindings();
            }
            state = State.WAITING;
        } finally {
            lock.unlock();
        }
    }

    private boolean lockInTime() {
        try {
            return lock.tryLock(patience.multipliedBy(STOP_PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean isRunning() {
        return opener != null;
    }

    /** Starts after the web server, stops before it: nothing is taken from a topic that could not be finished. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 10;
    }

    @Override
    public Health health() {
        return switch (state) {
            case OPEN -> Health.up().build();
            case WAITING ->
                Health.outOfService()
                        .withDetail(
                                "bindings",
                                "waiting for broker and registry"
                                        + needs.stream()
                                                .map(need -> ", " + need.what())
                                                .collect(Collectors.joining()))
                        .build();
            case BROKEN ->
                Health.down()
                        .withDetail("bindings", "topics are missing or incompatible; run ./mesh topics apply")
                        .build();
        };
    }
}
