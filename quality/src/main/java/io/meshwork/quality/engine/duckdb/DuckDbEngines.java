package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.engine.duckdb.worker.WorkerSettings;
import io.meshwork.quality.engine.duckdb.worker.Workers;
import java.nio.file.Path;
import java.time.Duration;

/** Engines that share the processes for queries of authors, none of which is started before it is needed. */
public final class DuckDbEngines implements AutoCloseable {

    /** A process that nobody needs keeps some 60 MB. */
    private static final Duration UNUSED = Duration.ofMinutes(3);

    private final DuckDbSettings settings;
    private final Workers workers;

    public DuckDbEngines(DuckDbSettings settings) {
        this.settings = settings;
        this.workers = workers(settings, UNUSED);
    }

    static Workers workers(DuckDbSettings settings, Duration idle) {
        return new Workers(
                new WorkerSettings(
                        settings.threads(),
                        settings.memoryMegabytes(),
                        settings.spillMegabytes(),
                        idle,
                        settings.spillFolder()),
                AuthorProgram::into);
    }

    /** Scans at a time of one engine. */
    public int threads() {
        return settings.threads();
    }

    public DuckDbEngine engine() {
        return at(settings.root());
    }

    /** One that reads another folder. */
    public DuckDbEngine at(Path root) {
        return new DuckDbEngine(settings.at(root), workers);
    }

    /** To be called when the engines are closed: what they ask then has no answer. */
    @Override
    public void close() {
        workers.close();
    }
}
