package io.meshwork.quality.engine.duckdb.worker;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The right to a worker for one scan. A query that ends its worker does not end the scan: the next has another. */
public final class Lease implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Lease.class);

    private final Workers workers;
    private final Request.Open open;
    private Workers.@Nullable Taken taken;

    Lease(Workers workers, Request.Open open) {
        this.workers = workers;
        this.open = open;
    }

    /** Has a worker at hand, which may have to be started, so that what is asked next takes its own time only. */
    public void ready() {
        if (taken == null) {
            taken = workers.take(open);
        }
    }

    public Answer ask(Request.Ask ask) {
        workers.requireOpen();
        ready();
        return switch (taken) {
            case Workers.Running(Worker worker) -> {
                Answer answer = worker.ask(ask, open.timeout());
                if (answer instanceof Answer.Lost(String reason)) {
                    lost(worker, reason);
                }
                yield answer;
            }
            case Workers.None(String reason) -> new Answer.Unavailable(reason);
            case null -> throw new IllegalStateException("no worker was taken");
        };
    }

    private void lost(Worker worker, String reason) {
        workers.requireOpen();
        taken = null;
        log.atWarn()
                .addKeyValue("pid", worker.process().pid())
                .addKeyValue("reason", reason)
                .addKeyValue("lastWords", worker.lastWords().join())
                .log("A process ended over an author's query");
    }

    @Override
    public void close() {
        workers.giveBack(taken instanceof Workers.Running(Worker worker) ? worker : null);
    }
}
