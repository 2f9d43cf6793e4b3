package io.meshwork.notifier.deadletter.jdbc;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Over all replicas one request at a time settles letters of a service: it sees what the one before has noted. A command that works
 * on the broker alone holds no lock; what both give back is handled once all the same, by its identity.
 */
@Component
public class SettlingLock {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SettlingLock(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Empty when somebody else holds it: who waits here would only find the work done. */
    public <T> Optional<T> alone(String service, Supplier<T> work) {
        Optional<T> done = transaction.execute(_ -> isTaken(service) ? Optional.empty() : Optional.of(work.get()));
        return Objects.requireNonNull(done);
    }

    private boolean isTaken(String service) {
        return !jdbc.sql(
                        "select pg_try_advisory_xact_lock(hashtextextended(current_schema() || ' dead letters ' || ?, 0))")
                .param(service)
                .query(Boolean.class)
                .single();
    }
}
