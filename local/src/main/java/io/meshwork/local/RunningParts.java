package io.meshwork.local;

import io.meshwork.local.process.Part;
import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PartState.Running;
import io.meshwork.local.state.PlatformState;
import io.meshwork.local.state.PlatformState.Phase;
import io.meshwork.local.state.StateFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops parts side by side, and keeps the state file true. */
final class RunningParts {

    private static final Logger log = LoggerFactory.getLogger(RunningParts.class);

    private final MeshHome home;
    private final @Nullable Path data;
    private final StateFile file;
    private final PlatformListener listener;
    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private Phase phase = Phase.STARTING;

    /** @param data as {@link PlatformState} tells it */
    RunningParts(MeshHome home, @Nullable Path data, PlatformListener listener) {
        this.home = home;
        this.data = data;
        this.file = home.stateFile();
        this.listener = listener;
    }

    /** Returns when all are ready; when one fails, the others are first waited for. */
    void startTogether(Collection<? extends Part> started) {
        forEach(started, this::start);
    }

    void start(Part part) {
        parts.add(part);
        begin(part);
        changed();
        listener.ready(part.state());
    }

    private void begin(Part part) {
        FailedStart start = FailedStart.before(home, part.name());
        try {
            part.start();
        } catch (RuntimeException failed) {
            log.atError().addKeyValue("part", part.name()).setCause(failed).log("Part did not start");
            throw start.because(failed);
        }
    }

    /** One that does not end well does not keep the others from being stopped. */
    void stopTogether(Collection<? extends Part> stopped) {
        forEach(stopped, this::stop);
    }

    private void stop(Part part) {
        try {
            part.stop();
        } catch (RuntimeException failed) {
            log.atError().addKeyValue("part", part.name()).setCause(failed).log("Part did not end well");
        }
    }

    /** For a part that is a process of ours. */
    Consumer<Integer> onExit(String part) {
        return exitCode -> ended(part, "ended with exit code " + exitCode);
    }

    /** For a part whose exit code we cannot know. */
    Runnable onEnd(String part) {
        return () -> ended(part, "ended");
    }

    private void ended(String part, String how) {
        log.atError().addKeyValue("part", part).addKeyValue("how", how).log("Part ended unexpectedly");
        listener.endedUnexpectedly(part, how);
    }

    synchronized PlatformState state() {
        return new PlatformState(
                Running.current(), phase, parts.stream().map(Part::state).toList(), data);
    }

    synchronized void record(Phase reached) {
        phase = reached;
        changed();
    }

    synchronized void changed() {
        file.write(state());
    }

    synchronized void forget() {
        file.delete();
    }

    private static <T> void forEach(Collection<T> all, Consumer<T> action) {
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("platform-", 0).factory())) {
            CompletableFuture.allOf(all.stream()
                            .map(one -> CompletableFuture.runAsync(() -> action.accept(one), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
