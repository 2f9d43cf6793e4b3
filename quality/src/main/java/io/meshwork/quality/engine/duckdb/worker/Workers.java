package io.meshwork.quality.engine.duckdb.worker;

import io.meshwork.quality.engine.duckdb.scratch.ScratchFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Workers, started when they are needed and kept for a while. They end with us, however we end: each reads what we write until there
 * is nobody who could.
 */
public final class Workers implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Workers.class);

    private final WorkerSettings settings;
    private final Program.Installer installer;
    private final Semaphore free;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Set<Worker> all = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock;
    private @Nullable Installed installed;
    private boolean closed;

    /** What a scan gets. */
    sealed interface Taken {}

    record Running(Worker worker) implements Taken {}

    record None(String reason) implements Taken {}

    private record Waiting(Worker worker, ScheduledFuture<?> end) {}

    private record Installed(ScratchFolder folder, Program program) {}

    public Workers(WorkerSettings settings, Program.Installer installer) {
        this.settings = settings;
        this.installer = installer;
        this.free = new Semaphore(settings.most(), true);
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("workers").factory());
    }

    /** Waits until there may be one worker more. */
    public Lease lease(Request.Open open) {
        free.acquireUninterruptibly();
        return new Lease(this, open);
    }

    /** One that waits, else a new one. That one which waited is no more is nobody's fault. */
    Taken take(Request.Open open) {
        for (Worker worker = waiting(); worker != null; worker = waiting()) {
            if (worker.open(open)) {
                return new Running(worker);
            }
            worker.process().destroyForcibly();
        }
        try {
            Worker worker = start();
            worker.awaitReady();
            if (worker.open(open)) {
                return new Running(worker);
            }
            worker.process().destroyForcibly();
            throw new IOException("it ended, or could not be understood, before it was asked anything");
        } catch (IOException e) {
            log.atError().setCause(e).log("Queries of authors cannot be run: no process for them can be started");
            return new None("queries of authors cannot be run here, because no process for them can be started: "
                    + e.getMessage() + "; whoever runs the mesh finds more in the log");
        }
    }

    private synchronized @Nullable Worker waiting() {
        Waiting next = waiting.pollFirst();
        if (next == null) {
            return null;
        }
        next.end().cancel(false);
        return next.worker();
    }

    private synchronized Worker start() throws IOException {
        requireOpen();
        Installed ready = installed();
        Path folder = ready.folder().fresh();
        Process process;
        try {
            process = new Launch(settings, ready.program()).start(folder);
        } catch (IOException e) {
            ScratchFolder.delete(folder);
            throw e;
        }
        Worker worker = new Worker(process, folder, clock);
        all.add(worker);
        var unused = worker.lastWords().thenRun(() -> all.remove(worker));
        return worker;
    }

    /** That a worker ended with us says nothing about its query. */
    synchronized void requireOpen() {
        if (closed) {
            throw new IllegalStateException("stopped while reading data; the scan is to be run again");
        }
    }

    private Installed installed() throws IOException {
        Installed existing = installed;
        if (existing != null) {
            return existing;
        }
        ScratchFolder folder = ScratchFolder.in(settings.folder(), "workers");
        try {
            Installed made = new Installed(folder, installer.into(folder.fresh()));
            installed = made;
            return made;
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    void giveBack(@Nullable Worker worker) {
        if (worker != null) {
            keep(worker);
        }
        free.release();
    }

    private synchronized void keep(Worker worker) {
        try {
            worker.close();
        } catch (IOException gone) {
            log.atDebug().setCause(gone).log("A worker ended after its scan");
        }
        if (closed || !worker.isUsable()) {
            worker.process().destroyForcibly();
            return;
        }
        ScheduledFuture<?> end =
                clock.schedule(() -> retire(worker), settings.idle().toMillis(), TimeUnit.MILLISECONDS);
        waiting.addFirst(new Waiting(worker, end));
    }

    private synchronized void retire(Worker worker) {
        if (waiting.removeIf(idle -> idle.worker() == worker)) {
            worker.process().destroyForcibly();
        }
    }

    /** What is asked now has no answer. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
            clock.shutdownNow();
        }
        List<Worker> last = List.copyOf(all);
        last.forEach(worker -> worker.process().destroyForcibly());
        last.forEach(worker -> worker.lastWords().join());
        synchronized (this) {
            if (installed != null) {
                installed.folder().close();
            }
        }
    }
}
