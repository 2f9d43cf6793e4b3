package io.meshwork.messaging.kafka;

import io.meshwork.messaging.boot.MeshSettings;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Keeps what can never succeed, byte for byte, with where it came from and why it failed; replayed by {@code mesh dlt replay}. */
public final class DeadLetters {

    private static final int MAX_REASON = 4096;
    private static final Set<String> OURS = Set.of(
            Headers.DLT_TOPIC,
            Headers.DLT_PARTITION,
            Headers.DLT_OFFSET,
            Headers.DLT_TIMESTAMP,
            Headers.DLT_GROUP,
            Headers.DLT_MESSAGE,
            Headers.DLT_REASON,
            Headers.DLT_SERVICE,
            Headers.DLT_TIME);

    /** A record and why it is given up. */
    public record Letter(ConsumerRecord<byte[], byte[]> record, String reason) {}

    private final Publisher publisher;
    private final MeshSettings mesh;
    private final Clock clock;

    public DeadLetters(Publisher publisher, MeshSettings mesh, Clock clock) {
        this.publisher = publisher;
        this.mesh = mesh;
        this.clock = clock;
    }

    /** Returns when the broker has every letter. */
    public void write(List<Letter> letters) {
        publisher.publishAll(letters.stream().map(this::toProducerRecord).toList());
    }

    private ProducerRecord<byte[], byte[]> toProducerRecord(Letter letter) {
        ConsumerRecord<byte[], byte[]> record = letter.record();
        var out = new ProducerRecord<>(mesh.topic(mesh.service() + ".dlt"), record.key(), record.value());
        record.headers().forEach(header -> {
            if (!OURS.contains(header.key())) {
                out.headers().add(header);
            }
        });
        String reason =
                letter.reason().length() > MAX_REASON ? letter.reason().substring(0, MAX_REASON) : letter.reason();
        origin(record, Headers.DLT_TOPIC, record.topic(), out);
        origin(record, Headers.DLT_PARTITION, String.valueOf(record.partition()), out);
        origin(record, Headers.DLT_OFFSET, String.valueOf(record.offset()), out);
        origin(record, Headers.DLT_TIMESTAMP, String.valueOf(record.timestamp()), out);
        out.headers().add(Headers.DLT_GROUP, Headers.bytes(mesh.name() + "." + mesh.service()));
        out.headers().add(Headers.DLT_MESSAGE, Headers.bytes(reason));
        out.headers().add(Headers.DLT_REASON, Headers.bytes(reason));
        out.headers().add(Headers.DLT_SERVICE, Headers.bytes(mesh.service()));
        out.headers().add(Headers.DLT_TIME, Headers.bytes(clock.instant().toString()));
        return out;
    }

    /** A replayed record keeps its first origin. */
    private static void origin(
            ConsumerRecord<byte[], byte[]> record, String name, String here, ProducerRecord<byte[], byte[]> out) {
        String first = Headers.text(record.headers(), name);
        out.headers().add(name, Headers.bytes(first != null ? first : here));
    }
}
