package io.meshwork.messaging.boot;

import io.meshwork.schemas.topics.PlatformUnavailableException;
import io.meshwork.schemas.topics.TopicsCheck;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Opens the bindings when broker and registry answer and every topic of this service is there with a compatible schema. While
 * they do not answer it waits and the service is not ready; when a topic is missing or incompatible the service ends with the
 * command that mends it.
 */
public final class TopicsGate implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(TopicsGate.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The parts of the outside world the gate needs. */
    public interface World {
        TopicsCheck.Result check(Collection<String> topics);

        void openBindings();

        void closeBindings();

        void exit(int code);
    }

    private final World world;
    private final Collection<String> topics;
    private volatile boolean active;
    private volatile State state = State.WAITING;

    private enum State {
        WAITING,
        OPEN,
        BROKEN
    }

    public TopicsGate(World world, Collection<String> topics) {
        this.world = world;
        this.topics = topics;
    }

    @Override
    public void start() {
        active = true;
        Thread.ofPlatform().name("topics-gate").start(this::open);
    }

    private void open() {
        while (active && state == State.WAITING) {
            try {
                pass(world.check(topics));
            } catch (PlatformUnavailableException e) {
                log.atWarn().addKeyValue("reason", e.getMessage()).log("Waiting for broker and registry");
                pause();
            }
        }
    }

    private void pass(TopicsCheck.Result result) {
        switch (result) {
            case TopicsCheck.Result.Ok() -> {
                world.openBindings();
                state = State.OPEN;
                log.atInfo().addKeyValue("topics", topics.size()).log("Broker and registry are there; listening");
            }
            case TopicsCheck.Result.Broken broken -> {
                state = State.BROKEN;
                log.atError()
                        .addKeyValue("problems", broken.message())
                        .log("Topics are not as this service needs them");
                world.exit(2);
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            active = false;
        }
    }

    @Override
    public void stop() {
        active = false;
        if (state == State.OPEN) {
            world.closeBindings();
        }
        state = State.WAITING;
    }

    @Override
    public boolean isRunning() {
        return active;
    }

    /** Last to start, first to stop: nothing is taken from a topic before everything else runs. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 10;
    }

    @Override
    public Health health() {
        return state == State.OPEN
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("bindings", "not open yet: broker, registry or topics are missing")
                        .build();
    }
}
