package io.meshwork.messaging;

import io.meshwork.messaging.jdbc.CurrentStates;
import io.meshwork.messaging.jdbc.Jobs;
import io.meshwork.messaging.jdbc.Outbox;
import io.meshwork.messaging.kafka.EncodedRecord;
import io.meshwork.messaging.kafka.Publisher;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits a decision together with its outcomes, then publishes them and waits for the broker. A crash between the two leaves
 * them in the database, where the {@link Sweep} finds them.
 */
public final class Delivery {

    /** So many lots may be refused before a sweep gives up until its next turn. */
    private static final int PATIENCE = 3;

    private final TransactionTemplate transaction;
    private final Duration attempt;
    private final Outbox outbox;
    private final CurrentStates states;
    private final Jobs jobs;
    private final Publisher publisher;
    private final Predicate<String> compacted;
    private final WakeUp wakeUp;

    /**
     * @param attempt how long work may take; when it took longer it is rolled back
     * @param compacted whether a topic, by its full name, keeps only the newest record per key
     */
    public Delivery(
            TransactionTemplate transaction,
            Duration attempt,
            Outbox outbox,
            CurrentStates states,
            Jobs jobs,
            Publisher publisher,
            Predicate<String> compacted,
            WakeUp wakeUp) {
        this.transaction = transaction;
        this.attempt = attempt;
        this.outbox = outbox;
        this.states = states;
        this.jobs = jobs;
        this.publisher = publisher;
        this.compacted = compacted;
        this.wakeUp = wakeUp;
    }

    /** Work that decides inside the transaction and leaves its outcomes here. */
    interface Work {
        Decided run();
    }

    /** What a transaction decided besides its own state. */
    record Decided(List<EncodedRecord> records, List<Jobs.Request> jobs) {}

    private record Stored(
            List<EncodedRecord> facts, long batch, List<EncodedRecord> current, List<Jobs.Request> jobs) {}

    /** @throws BrokenInfrastructure when it was committed but not every outcome was acknowledged; the sweep goes on from there */
    void commitAndPublish(Work work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "a decision inside an open transaction would be published before that is committed; "
                            + "decide outside of it, or emit to the outcomes of the transaction that is open");
        }
        Stored stored = transaction.execute(status -> store(guarded(work)));
        stored.jobs().forEach(job -> wakeUp.job(job.kind(), jobs.until(job)));
        if (!stored.facts().isEmpty()) {
            publisher.publish(stored.facts());
            outbox.published(stored.batch());
        }
        if (!stored.current().isEmpty()) {
            transaction.executeWithoutResult(status -> publishLocked(states.lockUnpublished(stored.current())));
        }
    }

    /**
     * An error that got through to the container would stop its consumer for good, and nobody would notice. Too much work for one
     * attempt is tried record by record.
     */
    private Decided guarded(Work work) {
        long started = System.nanoTime();
        try {
            Decided decided = work.run();
            if (System.nanoTime() - started > attempt.toNanos()) {
                throw new TransactionTimedOutException("the handler took longer than " + attempt);
            }
            return decided;
        } catch (StackOverflowError | LinkageError | AssertionError e) {
            throw new IllegalStateException("the handler failed with " + e, e);
        } catch (VirtualMachineError e) {
            throw new BrokenInfrastructure("the Java VM is short of resources", e);
        }
    }

    private Stored store(Decided decided) {
        var byKind = decided.records().stream().collect(Collectors.partitioningBy(r -> compacted.test(r.topic())));
        List<EncodedRecord> facts = byKind.getOrDefault(false, List.of());
        List<EncodedRecord> current = byKind.getOrDefault(true, List.of());
        long batch = facts.isEmpty() ? 0 : outbox.store(facts);
        if (!current.isEmpty()) {
            states.store(current);
        }
        if (!decided.jobs().isEmpty()) {
            jobs.enqueue(decided.jobs());
        }
        return new Stored(facts, batch, current, decided.jobs());
    }

    private void publishLocked(List<CurrentStates.Locked> rows) {
        if (!rows.isEmpty()) {
            publisher.publish(rows.stream().map(CurrentStates.Locked::record).toList());
            states.published(rows);
        }
    }

    /**
     * Publishes what a crash left behind; a lot that the broker refuses does not hold back those after it.
     *
     * @return how many records went out
     * @throws BrokenInfrastructure the last refusal, when there were any
     */
    int publishLeftBehind(Duration age) {
        int records = publishStates(age);
        int refused = 0;
        @Nullable BrokenInfrastructure refusal = null;
        Optional<Long> batch = outbox.oldestUnpublished(age, 0);
        while (batch.isPresent() && refused < PATIENCE) {
            try {
                records += publishBatch(batch.get());
            } catch (BrokenInfrastructure e) {
                refused++;
                refusal = e;
            }
            batch = outbox.oldestUnpublished(age, batch.get());
        }
        if (refusal != null) {
            throw refusal;
        }
        return records;
    }

    private int publishStates(Duration age) {
        int records = 0;
        int last;
        do {
            last = transaction.execute(status -> {
                List<CurrentStates.Locked> rows = states.lockUnpublished(age);
                publishLocked(rows);
                return rows.size();
            });
            records += last;
        } while (last > 0);
        return records;
    }

    private int publishBatch(long batch) {
        return transaction.execute(status -> {
            if (!outbox.lock(batch)) {
                return 0;
            }
            List<EncodedRecord> records = outbox.records(batch);
            publisher.publish(records);
            outbox.published(batch);
            return records.size();
        });
    }
}
