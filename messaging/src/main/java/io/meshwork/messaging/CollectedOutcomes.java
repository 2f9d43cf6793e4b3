package io.meshwork.messaging;

import io.meshwork.messaging.jdbc.Jobs;
import io.meshwork.messaging.kafka.EncodedRecord;
import io.meshwork.messaging.kafka.RecordEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Outcomes of one transaction, encoded as they are decided so that a record too large is found before the commit. */
class CollectedOutcomes implements Outcomes {

    private record Ordinal(UUID cause, String topic, String key) {}

    private final RecordEncoder encoder;
    private final String scope;
    private final Map<Ordinal, Integer> ordinals = new HashMap<>();
    private final List<EncodedRecord> records = new ArrayList<>();
    private final List<Jobs.Request> jobs = new ArrayList<>();

    CollectedOutcomes(RecordEncoder encoder) {
        this(encoder, "");
    }

    /**
     * @param scope tells these outcomes from others of the same cause: what a listener decides about an event from what a job
     *     decides that the event has led to. Readers would take two outcomes with one id for one
     */
    CollectedOutcomes(RecordEncoder encoder, String scope) {
        this.encoder = encoder;
        this.scope = scope;
    }

    @Override
    public final void emit(Cause cause, String topic, String key, @Nullable SpecificRecord value) {
        int ordinal = ordinals.merge(new Ordinal(cause.id(), topic, key), 1, Integer::sum);
        UUID id = scope.isEmpty()
                ? Identity.ofOutcome(cause.id(), topic, key, ordinal)
                : Identity.of(cause.id(), scope, topic, key, ordinal);
        records.add(encoder.encode(id, cause, topic, key, value));
    }

    @Override
    public final void enqueue(Cause cause, String kind, String key, String payload, Instant due) {
        jobs.add(new Jobs.Request(kind, key, payload, due, cause));
    }

    final Delivery.Decided decided() {
        return new Delivery.Decided(List.copyOf(records), List.copyOf(jobs));
    }
}
