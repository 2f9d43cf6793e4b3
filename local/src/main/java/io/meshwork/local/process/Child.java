package io.meshwork.local.process;

import io.meshwork.local.state.PartState.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A Java process of the platform, with its log. */
public final class Child {

    /** Long enough to write what it recorded for the start cache on a busy machine. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final String name;
    private final Path log;
    private final Process process;
    private final Jvm jvm;
    private volatile boolean expectedToEnd;

    private Child(String name, Path log, Process process, Jvm jvm) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.jvm = jvm;
    }

    /** Starts {@code jvm}; its output goes to {@code logs/<name>.log} under its home. */
    public static Child start(String name, Jvm jvm) {
        Path log = jvm.home().resolve("logs").resolve(name + ".log");
        try {
            Files.createDirectories(log.getParent());
            return new Child(name, log, jvm.start(log.toFile()), jvm);
        } catch (IOException failed) {
            throw new UncheckedIOException(name + " could not be started", failed);
        }
    }

    public long pid() {
        return process.pid();
    }

    public Running running() {
        return Running.of(process.toHandle());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path log() {
        return log;
    }

    /** Tells of an end that nobody asked for; not of {@link #stop()} or {@link #kill()}. */
    public void onUnexpectedEnd(Consumer<Integer> exitCode) {
        var unused = process.onExit().thenAccept(ended -> {
            if (!expectedToEnd) {
                exitCode.accept(ended.exitValue());
            }
        });
    }

    /** Waits until {@code ready}; fails as soon as the process has ended. */
    public void awaitReady(Duration atMost, BooleanSupplier ready) {
        Readiness.await(name, atMost, () -> {
            if (!process.isAlive()) {
                throw new PartFailedException(name + " ended with exit code " + process.exitValue());
            }
            return ready.getAsBoolean();
        });
    }

    /** Asks it to end and waits; after a minute it is killed. */
    public void stop() {
        expectedToEnd = true;
        process.destroy();
        StartCache.assembleAfter(pid(), jvm.options(), jvm.classPath());
        if (!endsWithin(GRACE)) {
            kill();
        }
    }

    /** {@code kill -9}: no chance to tidy up. Returns when it is gone. */
    public void kill() {
        expectedToEnd = true;
        process.destroyForcibly();
        var unused = endsWithin(GRACE);
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
