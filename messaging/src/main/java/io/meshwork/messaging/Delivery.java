package io.meshwork.messaging;

import io.meshwork.messaging.jdbc.CurrentStates;
import io.meshwork.messaging.jdbc.Jobs;
import io.meshwork.messaging.jdbc.Outbox;
import io.meshwork.messaging.kafka.EncodedRecord;
import io.meshwork.messaging.kafka.Publisher;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits a decision together with its outcomes, then publishes them and waits for the broker. A crash between the two leaves
 * them in the database, where the {@link Sweep} finds them.
 */
public final class Delivery {

    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final CurrentStates states;
    private final Jobs jobs;
    private final Publisher publisher;
    private final Predicate<String> compacted;
    private final WakeUp wakeUp;

    /** @param compacted whether a topic, by its full name, keeps only the newest record per key */
    public Delivery(
            TransactionTemplate transaction,
            Outbox outbox,
            CurrentStates states,
            Jobs jobs,
            Publisher publisher,
            Predicate<String> compacted,
            WakeUp wakeUp) {
        this.transaction = transaction;
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

    private record Stored(List<EncodedRecord> facts, long batch, List<EncodedRecord> current, boolean hasJobs) {}

    /** @throws BrokenInfrastructure when it was committed but not every outcome was acknowledged; the sweep goes on from there */
    void commitAndPublish(Work work) {
        Stored stored = transaction.execute(status -> store(work.run()));
        if (stored.hasJobs()) {
            wakeUp.jobs();
        }
        if (!stored.facts().isEmpty()) {
            publisher.publish(stored.facts());
            outbox.published(stored.batch());
        }
        if (!stored.current().isEmpty()) {
            transaction.executeWithoutResult(status -> publishLocked(states.lockUnpublished(stored.current())));
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
        return new Stored(facts, batch, current, !decided.jobs().isEmpty());
    }

    private void publishLocked(List<CurrentStates.Locked> rows) {
        if (!rows.isEmpty()) {
            publisher.publish(rows.stream().map(CurrentStates.Locked::record).toList());
            states.published(rows);
        }
    }

    /** Publishes one lot of outcomes left behind by a crash; returns how many records went out. */
    int publishLeftBehind(Duration age) {
        Integer published = transaction.execute(status -> {
            List<CurrentStates.Locked> rows = states.lockUnpublished(age);
            publishLocked(rows);
            int count = rows.size();
            for (long batch : outbox.lockUnpublished(age)) {
                List<EncodedRecord> records = outbox.records(batch);
                publisher.publish(records);
                outbox.published(batch);
                count += records.size();
            }
            return count;
        });
        return published;
    }
}
