package io.meshwork.messaging;

import io.meshwork.messaging.jdbc.Jobs;
import io.meshwork.messaging.kafka.EncodedRecord;
import io.meshwork.messaging.kafka.RecordEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Decisions that no record asked for. */
public final class TransactionalDecisions implements Decisions {

    private final RecordEncoder encoder;
    private final Delivery delivery;

    public TransactionalDecisions(RecordEncoder encoder, Delivery delivery) {
        this.encoder = encoder;
        this.delivery = delivery;
    }

    @Override
    public void decide(Consumer<Outcomes> work) {
        decide("", work);
    }

    private void decide(String scope, Consumer<Outcomes> work) {
        decide(List.of(new Scoped(scope, work)));
    }

    /** @param scope tells these outcomes from others of the same cause; empty for the outcomes of the cause's own handling */
    record Scoped(String scope, Consumer<Outcomes> work) {}

    /** All in one transaction, in this order. */
    void decide(List<Scoped> all) {
        delivery.commitAndPublish(() -> {
            List<EncodedRecord> records = new ArrayList<>();
            List<Jobs.Request> jobs = new ArrayList<>();
            for (Scoped one : all) {
                CollectedOutcomes outcomes = new CollectedOutcomes(encoder, one.scope());
                one.work().accept(outcomes);
                records.addAll(outcomes.decided().records());
                jobs.addAll(outcomes.decided().jobs());
            }
            return new Delivery.Decided(records, jobs);
        });
    }
}
