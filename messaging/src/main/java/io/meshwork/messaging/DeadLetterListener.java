package io.meshwork.messaging;

import io.meshwork.deadletters.LetterHeaders;
import io.meshwork.deadletters.Position;
import io.meshwork.messaging.jdbc.HandledEvents;
import io.meshwork.messaging.kafka.Headers;
import io.meshwork.messaging.kafka.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.Message;

/**
 * Base of a listener to dead-letter topics, whose values are raw bytes: each letter is told once. A letter that cannot be told has
 * nowhere else to go; it stays in its topic and is logged as an error.
 */
public abstract class DeadLetterListener implements Consumer<Message<List<ConsumerRecord<byte[], byte[]>>>> {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterListener.class);

    private Delivery delivery;
    private HandledEvents handled;
    private RecordEncoder encoder;

    @SuppressWarnings("NullAway.Init") // set by the container before the first record
    protected DeadLetterListener() {}

    @Autowired
    final void setUp(Delivery delivery, HandledEvents handled, RecordEncoder encoder) {
        this.delivery = delivery;
        this.handled = handled;
        this.encoder = encoder;
    }

    /** Runs in a transaction with letters that were not told before. */
    protected abstract void handle(List<DeadLetter> letters, Outcomes outcomes);

    @Override
    public final void accept(Message<List<ConsumerRecord<byte[], byte[]>>> message) {
        List<DeadLetter> letters = message.getPayload().stream()
                .filter(record -> record.headers().lastHeader(LetterHeaders.SETTLED) == null)
                .map(DeadLetterListener::read)
                .toList();
        try {
            tell(letters);
        } catch (RuntimeException e) {
            if (BrokenInfrastructure.isCauseOf(e)) {
                throw e;
            }
            log.atWarn().setCause(e).log("A batch of dead letters failed; they are told one by one");
            letters.forEach(this::tellAlone);
        }
    }

    private void tellAlone(DeadLetter letter) {
        for (int attempt = 1; attempt <= Inbox.ATTEMPTS; attempt++) {
            try {
                tell(List.of(letter));
                return;
            } catch (RuntimeException e) {
                if (BrokenInfrastructure.isCauseOf(e)) {
                    throw e;
                }
                if (attempt == Inbox.ATTEMPTS) {
                    log.atError()
                            .addKeyValue("service", letter.service())
                            .addKeyValue("topic", letter.originalTopic())
                            .addKeyValue("reason", letter.reason())
                            .setCause(e)
                            .log("A dead letter cannot be told and is passed over");
                }
            }
        }
    }

    private void tell(List<DeadLetter> letters) {
        delivery.commitAndPublish(() -> {
            Map<UUID, Long> ids = new LinkedHashMap<>();
            letters.forEach(letter -> ids.put(letter.id(), 0L));
            Map<UUID, Long> before = handled.claim(ids);
            CollectedOutcomes outcomes = new CollectedOutcomes(encoder);
            List<DeadLetter> fresh =
                    letters.stream().filter(l -> !before.containsKey(l.id())).toList();
            if (!fresh.isEmpty()) {
                handle(fresh, outcomes);
            }
            return outcomes.decided();
        });
    }

    private static DeadLetter read(ConsumerRecord<byte[], byte[]> record) {
        UUID id = Identity.of(record.topic(), record.partition(), record.offset());
        String correlation = text(record, Headers.CORRELATION_ID, id.toString());
        return new DeadLetter(
                id,
                new Cause(id, correlation, Headers.text(record.headers(), Headers.TRACEPARENT)),
                record.topic(),
                new Position(record.partition(), record.offset()),
                text(record, LetterHeaders.SERVICE, "unknown"),
                text(record, LetterHeaders.TOPIC, record.topic()),
                (int) number(record, LetterHeaders.PARTITION),
                number(record, LetterHeaders.OFFSET),
                record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
                text(record, LetterHeaders.REASON, "no reason was given"),
                time(record),
                LetterHeaders.replays(record.headers()));
    }

    private static String text(ConsumerRecord<?, ?> record, String header, String otherwise) {
        String text = Headers.text(record.headers(), header);
        return text != null ? text : otherwise;
    }

    private static long number(ConsumerRecord<?, ?> record, String header) {
        String text = text(record, header, "-1");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    private static Instant time(ConsumerRecord<?, ?> record) {
        try {
            return Instant.parse(text(record, LetterHeaders.TIME, ""));
        } catch (DateTimeParseException e) {
            return Instant.ofEpochMilli(record.timestamp());
        }
    }
}
