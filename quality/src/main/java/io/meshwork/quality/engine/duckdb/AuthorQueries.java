package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Measure;
import io.meshwork.quality.engine.Measurement;
import io.meshwork.quality.engine.duckdb.worker.Answer;
import io.meshwork.quality.engine.duckdb.worker.Lease;
import io.meshwork.quality.engine.duckdb.worker.Request;
import io.meshwork.quality.engine.duckdb.worker.Workers;
import java.nio.file.Path;
import java.sql.SQLException;

/** What authors ask of one file, in processes that may die of it. */
final class AuthorQueries implements AutoCloseable {

    private final FileRelation relation;
    private final Lease lease;

    AuthorQueries(FileRelation relation, Path path, Workers workers, DuckDbSettings settings) {
        this.relation = relation;
        this.lease = workers.lease(new Request.Open(
                path.toString(),
                settings.memoryMegabytes(),
                settings.threads(),
                settings.queryTimeout(),
                settings.spillMegabytes()));
    }

    /** What has to be done before a query can be run, which is not its time. */
    void ready() {
        lease.ready();
    }

    /** @throws SQLException when the query fails, as if it had been run in this process */
    Measurement run(Measure.Answer answer) throws SQLException {
        return switch (lease.ask(new Request.Ask(relation.typed(), answer.relation(), answer.query()))) {
            case Answer.Value(double value) -> new Measurement.Value(value);
            case Answer.Refused(String reason) -> new Measurement.Failed(reason);
            case Answer.Broken(String message) -> throw new SQLException(message);
            case Answer.Lost(String reason) -> new Measurement.Failed(reason);
            case Answer.Unavailable(String reason) -> new Measurement.Impossible(reason);
        };
    }

    @Override
    public void close() {
        lease.close();
    }
}
