package io.meshwork.messaging;

import io.meshwork.messaging.Inbox.Received;
import io.meshwork.messaging.kafka.RecordEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** The batch a listener works on while the transaction is open. */
final class OpenBatch<T extends SpecificRecord> extends CollectedOutcomes implements Batch<T> {

    /**
     * An event that is not decided now.
     *
     * @param why what it waits for, or the reason it is refused
     */
    record Aside<T extends SpecificRecord>(Received<T> received, String why) {

        UUID id() {
            return received.event().id();
        }
    }

    private final Map<UUID, Received<T>> received = new LinkedHashMap<>();
    private final List<Event<T>> events;
    private final Map<UUID, Aside<T>> parked = new LinkedHashMap<>();
    private final Map<UUID, Aside<T>> refused = new LinkedHashMap<>();
    private final Set<String> released = new LinkedHashSet<>();

    OpenBatch(RecordEncoder encoder, List<Received<T>> fresh) {
        super(encoder);
        fresh.forEach(one -> received.put(one.event().id(), one));
        events = fresh.stream().map(Received::event).toList();
    }

    @Override
    public List<Event<T>> events() {
        return events;
    }

    @Override
    public void park(Event<T> event, String waitingFor) {
        refused.remove(event.id());
        parked.put(event.id(), new Aside<>(of(event), waitingFor));
    }

    @Override
    public void release(String waitedFor) {
        released.add(waitedFor);
    }

    @Override
    public void refuse(Event<T> event, String reason) {
        parked.remove(event.id());
        refused.put(event.id(), new Aside<>(of(event), reason));
    }

    private Received<T> of(Event<T> event) {
        Received<T> one = received.get(event.id());
        if (one == null) {
            throw new IllegalArgumentException("event " + event.id() + " is not of this batch");
        }
        return one;
    }

    Collection<Aside<T>> parked() {
        return parked.values();
    }

    Collection<Aside<T>> refused() {
        return refused.values();
    }

    Set<String> released() {
        return released;
    }

    List<UUID> notHandled() {
        List<UUID> ids = new ArrayList<>(parked.keySet());
        ids.addAll(refused.keySet());
        return ids;
    }
}
