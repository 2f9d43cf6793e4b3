package io.meshwork.messaging;

import io.meshwork.messaging.Inbox.Received;
import io.meshwork.messaging.kafka.RecordEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** The batch a listener works on while the transaction is open. */
final class OpenBatch<T extends SpecificRecord> extends CollectedOutcomes implements Batch<T> {

    private final Map<UUID, Received<T>> received = new HashMap<>();
    private final List<Event<T>> events = new ArrayList<>();
    private final Map<Received<T>, String> parked = new LinkedHashMap<>();
    private final Map<Received<T>, String> refused = new LinkedHashMap<>();
    private final Set<String> released = new LinkedHashSet<>();

    OpenBatch(RecordEncoder encoder, List<Received<T>> fresh) {
        super(encoder);
        for (Received<T> one : fresh) {
            received.put(one.event().id(), one);
            events.add(one.event());
        }
    }

    @Override
    public List<Event<T>> events() {
        return List.copyOf(events);
    }

    @Override
    public void park(Event<T> event, String waitingFor) {
        parked.put(of(event), waitingFor);
    }

    @Override
    public void release(String waitedFor) {
        released.add(waitedFor);
    }

    @Override
    public void refuse(Event<T> event, String reason) {
        refused.put(of(event), reason);
    }

    private Received<T> of(Event<T> event) {
        Received<T> one = received.get(event.id());
        if (one == null) {
            throw new IllegalArgumentException("event " + event.id() + " is not of this batch");
        }
        return one;
    }

    Map<Received<T>, String> parked() {
        return parked;
    }

    Map<Received<T>, String> refused() {
        return refused;
    }

    Set<String> released() {
        return released;
    }

    List<UUID> notHandled() {
        List<UUID> ids = new ArrayList<>();
        parked.keySet().forEach(r -> ids.add(r.event().id()));
        refused.keySet().forEach(r -> ids.add(r.event().id()));
        return ids;
    }
}
