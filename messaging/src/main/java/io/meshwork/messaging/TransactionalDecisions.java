package io.meshwork.messaging;

import io.meshwork.messaging.kafka.RecordEncoder;
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

    /** @param scope tells these outcomes from others of the same cause; empty for the outcomes of the cause's own handling */
    void decide(String scope, Consumer<Outcomes> work) {
        delivery.commitAndPublish(() -> {
            CollectedOutcomes outcomes = new CollectedOutcomes(encoder, scope);
            work.accept(outcomes);
            return outcomes.decided();
        });
    }
}
