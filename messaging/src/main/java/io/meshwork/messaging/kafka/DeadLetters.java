package io.meshwork.messaging.kafka;

import io.meshwork.messaging.boot.MeshSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** Keeps what can never succeed, byte for byte, with where it came from and why it failed; replayed by {@code mesh dlt replay}. */
public final class DeadLetters {

    private static final int MAX_REASON = 4096;

    /** Of key, value and headers as received; our own headers need the rest of what the smallest broker takes (1 MB). */
    static final int MAX_RECEIVED = 960_000;

    /** Of a single header or key when the value had to be left out. */
    private static final int MAX_PART = 16_384;

    private static final Set<String> OURS = Set.of(
            Headers.DLT_TOPIC,
            Headers.DLT_PARTITION,
            Headers.DLT_OFFSET,
            Headers.DLT_TIMESTAMP,
            Headers.DLT_GROUP,
            Headers.DLT_MESSAGE,
            Headers.DLT_REASON,
            Headers.DLT_SERVICE,
            Headers.DLT_TIME,
            Headers.DLT_OMITTED,
            Headers.REPLAY_GROUP,
            Headers.DISCARD_LETTER,
            Headers.DISCARD_BY,
            Headers.DISCARD_TIME,
            Headers.DISCARD_REASON);

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

    ProducerRecord<byte[], byte[]> toProducerRecord(Letter letter) {
        ConsumerRecord<byte[], byte[]> record = letter.record();
        ProducerRecord<byte[], byte[]> out = size(record) <= MAX_RECEIVED ? whole(record) : withoutValue(record);
        Origin origin = Origin.of(record);
        String reason = shortened(letter.reason());
        add(out, Headers.DLT_TOPIC, origin.topic());
        add(out, Headers.DLT_PARTITION, origin.partition());
        add(out, Headers.DLT_OFFSET, origin.offset());
        add(out, Headers.DLT_TIMESTAMP, origin.timestamp());
        add(out, Headers.DLT_GROUP, mesh.consumerGroup());
        add(out, Headers.DLT_MESSAGE, reason);
        add(out, Headers.DLT_REASON, reason);
        add(out, Headers.DLT_SERVICE, mesh.service());
        add(out, Headers.DLT_TIME, clock.instant().toString());
        return out;
    }

    private ProducerRecord<byte[], byte[]> whole(ConsumerRecord<byte[], byte[]> record) {
        var out = new ProducerRecord<>(topic(), record.key(), record.value());
        record.headers().forEach(header -> {
            if (!OURS.contains(header.key())) {
                out.headers().add(header);
            }
        });
        return out;
    }

    /** A record that fills a topic's limit cannot stand on another one with more headers, and must not block its partition. */
    private ProducerRecord<byte[], byte[]> withoutValue(ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key() == null || record.key().length > MAX_PART ? null : record.key();
        var out = new ProducerRecord<byte[], byte[]>(topic(), key, null);
        for (String name : List.of(Headers.ID, Headers.SOURCE, Headers.TYPE, Headers.TIME, Headers.CORRELATION_ID)) {
            String text = Headers.text(record.headers(), name);
            if (text != null) {
                add(out, name, text);
            }
        }
        add(out, Headers.DLT_OMITTED, String.valueOf(length(record.value())));
        return out;
    }

    private String topic() {
        return mesh.topic(mesh.service() + ".dlt");
    }

    private static long size(ConsumerRecord<byte[], byte[]> record) {
        long size = (long) length(record.key()) + length(record.value());
        for (Header header : record.headers()) {
            size += header.key().length() + length(header.value());
        }
        return size;
    }

    private static int length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static String shortened(String reason) {
        byte[] bytes = Headers.bytes(reason);
        return bytes.length <= MAX_REASON
                ? reason
                : new String(Arrays.copyOf(bytes, MAX_REASON), StandardCharsets.UTF_8);
    }

    private static void add(ProducerRecord<byte[], byte[]> out, String name, String text) {
        out.headers().add(name, Headers.bytes(text));
    }
}
