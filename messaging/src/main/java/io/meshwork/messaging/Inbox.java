package io.meshwork.messaging;

import io.meshwork.deadletters.LetterHeaders;
import io.meshwork.messaging.OpenBatch.Aside;
import io.meshwork.messaging.jdbc.HandledEvents;
import io.meshwork.messaging.jdbc.ParkedRecords;
import io.meshwork.messaging.kafka.DeadLetters;
import io.meshwork.messaging.kafka.DeadLetters.Letter;
import io.meshwork.messaging.kafka.Headers;
import io.meshwork.messaging.kafka.RecordDecoder;
import io.meshwork.messaging.kafka.RecordDecoder.Decoded;
import io.meshwork.messaging.kafka.RecordEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a batch of records to its end: every record is decided once, parked, or dead-lettered before this returns, and the
 * container commits their offsets only then. Broken infrastructure is thrown on, for the container to retry the batch.
 */
public final class Inbox {

    static final int ATTEMPTS = 3;

    /** A flood of poison must not become a flood of log lines; every letter is in the dead-letter topic. */
    private static final int LOGGED = 5;

    /** A batch this large costs little per record already. */
    private static final int LARGE = 100;

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    private final RecordDecoder decoder;
    private final RecordEncoder encoder;
    private final HandledEvents handled;
    private final ParkedRecords parked;
    private final Delivery delivery;
    private final DeadLetters deadLetters;
    private final InboxMetrics metrics;
    private final WakeUp wakeUp;
    private final String group;
    private final Duration gather;

    /** An event with the record it was read from. */
    record Received<T extends SpecificRecord>(
            Event<T> event, long payloadHash, ConsumerRecord<byte[], byte[]> record) {}

    /**
     * @param group consumer group of this service; replays for other groups pass by
     * @param gather pause after a small batch, so that what comes meanwhile shares the next transaction
     */
    public Inbox(
            RecordDecoder decoder,
            RecordEncoder encoder,
            HandledEvents handled,
            ParkedRecords parked,
            Delivery delivery,
            DeadLetters deadLetters,
            InboxMetrics metrics,
            WakeUp wakeUp,
            String group,
            Duration gather) {
        this.decoder = decoder;
        this.encoder = encoder;
        this.handled = handled;
        this.parked = parked;
        this.delivery = delivery;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.wakeUp = wakeUp;
        this.group = group;
        this.gather = gather;
    }

    <T extends SpecificRecord> void receive(TopicListener<T> listener, List<ConsumerRecord<byte[], byte[]>> records) {
        metrics.observe(listener.topic(), records, () -> {
            List<Letter> letters = new ArrayList<>();
            settleAll(listener, decode(listener, records, letters), letters);
            bury(listener, letters);
        });
        if (records.size() < LARGE) {
            LockSupport.parkNanos(gather.toNanos());
        }
    }

    private <T extends SpecificRecord> List<Received<T>> decode(
            TopicListener<T> listener, List<ConsumerRecord<byte[], byte[]>> records, List<Letter> letters) {
        List<Received<T>> readable = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            String replayedFor = Headers.text(record.headers(), LetterHeaders.REPLAY_GROUP);
            if (replayedFor != null && !replayedFor.equals(group)) {
                continue;
            }
            switch (decoder.decode(listener, record)) {
                case Decoded.Legible<T>(var event, var hash) -> readable.add(new Received<>(event, hash, record));
                case Decoded.Poison<T>(var reason) -> letters.add(new Letter(record, reason));
            }
        }
        return readable;
    }

    /** All at once; when that fails for a reason that is not infrastructure, one by one. */
    private <T extends SpecificRecord> void settleAll(
            TopicListener<T> listener, List<Received<T>> events, List<Letter> letters) {
        if (events.isEmpty()) {
            return;
        }
        try {
            settle(listener, events, letters);
        } catch (RuntimeException e) {
            if (BrokenInfrastructure.isCauseOf(e)) {
                throw e;
            }
            metrics.failed(listener.topic());
            log.atWarn()
                    .addKeyValue("topic", listener.topic())
                    .addKeyValue("records", events.size())
                    .setCause(e)
                    .log("A batch failed; its records are tried one by one");
            events.forEach(event -> settleAlone(listener, event, letters));
        }
    }

    private <T extends SpecificRecord> void settleAlone(
            TopicListener<T> listener, Received<T> event, List<Letter> letters) {
        for (int attempt = 1; ; attempt++) {
            try {
                settle(listener, List.of(event), letters);
                return;
            } catch (RuntimeException e) {
                if (BrokenInfrastructure.isCauseOf(e)) {
                    throw e;
                }
                metrics.failed(listener.topic());
                if (attempt == ATTEMPTS) {
                    log.atWarn()
                            .addKeyValue("topic", listener.topic())
                            .addKeyValue("eventId", event.event().id())
                            .setCause(e)
                            .log("A record is given up");
                    letters.add(new Letter(
                            event.record(),
                            "failed " + ATTEMPTS + " times: " + e.getClass().getSimpleName() + ": " + e.getMessage()));
                    return;
                }
            }
        }
    }

    /** One transaction: claim, handle, store outcomes; then publish. Leaves nothing behind when it throws before the commit. */
    private <T extends SpecificRecord> void settle(
            TopicListener<T> listener, List<Received<T>> events, List<Letter> letters) {
        List<Letter> refused = new ArrayList<>();
        delivery.commitAndPublish(() -> {
            refused.clear();
            List<Received<T>> fresh = claim(events, refused);
            OpenBatch<T> batch = new OpenBatch<>(encoder, fresh);
            if (!fresh.isEmpty()) {
                listener.handle(batch);
            }
            keepAside(listener, batch, refused);
            return batch.decided();
        });
        letters.addAll(refused);
    }

    private <T extends SpecificRecord> List<Received<T>> claim(List<Received<T>> events, List<Letter> refused) {
        Map<UUID, Received<T>> first = new LinkedHashMap<>();
        for (Received<T> event : events) {
            Received<T> other = first.putIfAbsent(event.event().id(), event);
            if (other != null && other.payloadHash() != event.payloadHash()) {
                refused.add(new Letter(event.record(), reused(event)));
            }
        }
        Map<UUID, Long> hashes = new LinkedHashMap<>();
        first.forEach((id, event) -> hashes.put(id, event.payloadHash()));
        Map<UUID, Long> before = handled.claim(hashes);
        List<Received<T>> fresh = new ArrayList<>(first.size());
        for (Received<T> event : first.values()) {
            Long hash = before.get(event.event().id());
            if (hash == null) {
                fresh.add(event);
            } else if (hash != event.payloadHash()) {
                refused.add(new Letter(event.record(), reused(event)));
            }
        }
        return fresh;
    }

    private static String reused(Received<?> event) {
        return "the identity " + event.event().id()
                + " was already used with another payload; a new event needs a new ce_id";
    }

    /** Parked and refused events give their identity back, so that they can be handled when they come again. */
    private <T extends SpecificRecord> void keepAside(
            TopicListener<T> listener, OpenBatch<T> batch, List<Letter> refused) {
        if (!batch.notHandled().isEmpty()) {
            handled.forget(batch.notHandled());
        }
        park(listener, batch, refused);
        batch.refused().forEach(aside -> refused.add(new Letter(aside.received().record(), aside.why())));
        if (!batch.released().isEmpty() && parked.release(batch.released())) {
            wakeUp.parked();
        }
    }

    private <T extends SpecificRecord> void park(TopicListener<T> listener, OpenBatch<T> batch, List<Letter> refused) {
        if (batch.parked().isEmpty()) {
            return;
        }
        Set<UUID> conflicting = parked.park(
                listener.topic(),
                batch.parked().stream()
                        .map(aside -> new ParkedRecords.Request(
                                aside.id(), aside.why(), aside.received().record()))
                        .toList());
        batch.parked().stream()
                .filter(aside -> conflicting.contains(aside.id()))
                .map(Aside::received)
                .forEach(event -> refused.add(new Letter(event.record(), reused(event))));
    }

    /** Dead-letters parked records that waited for so long in vain. */
    void giveUp(TopicListener<?> listener, List<ParkedRecords.Waiting> inVain, Duration waited) {
        bury(
                listener,
                inVain.stream()
                        .map(w -> new Letter(
                                w.record(), "waited " + waited + " for '" + w.waitingFor() + "', which never came"))
                        .toList());
    }

    private void bury(TopicListener<?> listener, List<Letter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        deadLetters.write(letters);
        metrics.deadLettered(listener.topic(), letters.size());
        for (Letter letter : letters.subList(0, Math.min(LOGGED, letters.size()))) {
            log.atWarn()
                    .addKeyValue("topic", letter.record().topic())
                    .addKeyValue("partition", letter.record().partition())
                    .addKeyValue("offset", letter.record().offset())
                    .addKeyValue("reason", letter.reason())
                    .log("A record was dead-lettered");
        }
        if (letters.size() > LOGGED) {
            log.atWarn()
                    .addKeyValue("topic", listener.topic())
                    .addKeyValue("records", letters.size() - LOGGED)
                    .log("More records of the same batch were dead-lettered");
        }
    }
}
