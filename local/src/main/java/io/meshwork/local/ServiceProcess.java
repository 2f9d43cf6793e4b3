package io.meshwork.local;

import io.meshwork.local.process.Child;
import io.meshwork.local.process.Jvm;
import io.meshwork.local.process.Part;
import io.meshwork.local.process.Readiness;
import io.meshwork.local.state.PartState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A service in a process of its own: to be killed, or run more than once. */
public final class ServiceProcess implements Part {

    private final ServiceAddress address;
    private final Jvm jvm;
    private final Consumer<Integer> onUnexpectedEnd;
    private volatile @Nullable Child child;

    ServiceProcess(ServiceAddress address, Jvm jvm, Consumer<Integer> onUnexpectedEnd) {
        this.address = address;
        this.jvm = jvm;
        this.onUnexpectedEnd = onUnexpectedEnd;
    }

    /** Unique in the platform: {@code catalog}, and {@code catalog-2} for a second replica. */
    @Override
    public String name() {
        return address.name();
    }

    public URI url() {
        return address.url();
    }

    public Path log() {
        return jvm.home().resolve("logs").resolve(name() + ".log");
    }

    public boolean isAlive() {
        Child running = child;
        return running != null && running.isAlive();
    }

    /** Fails when the process has not been started or was stopped. */
    public long pid() {
        return running().pid();
    }

    /** Starts the process (again, after a kill) and waits until it is ready. */
    @Override
    public void start() {
        launch();
        awaitReady(Readiness.STARTED_WITHIN);
    }

    /** Starts the process (again, after a kill) and does not wait. */
    public synchronized void launch() {
        Child started = Child.start(name(), jvm);
        started.onUnexpectedEnd(onUnexpectedEnd);
        child = started;
    }

    /** Waits until the service says it is ready; fails as soon as its process has ended. */
    public void awaitReady(Duration atMost) {
        running().awaitReady(atMost, () -> Readiness.answers(address.readiness()));
    }

    @Override
    public synchronized void stop() {
        if (child != null) {
            child.stop();
        }
    }

    /** {@code kill -9}. */
    public synchronized void kill() {
        running().kill();
    }

    @Override
    public PartState state() {
        Child started = child;
        return address.state(started == null ? null : started.running());
    }

    private Child running() {
        Child started = child;
        if (started == null) {
            throw new IllegalStateException(name() + " has not been started");
        }
        return started;
    }
}
