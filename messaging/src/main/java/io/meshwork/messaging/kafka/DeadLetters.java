package io.meshwork.messaging.kafka;

import io.meshwork.deadletters.LetterHeaders;
import io.meshwork.messaging.boot.MeshSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** Keeps what can never succeed, byte for byte, with where it came from and why it failed, and how often it was tried again; replayed by {@code mesh dlt replay}. */
public final class DeadLetters {

    private static final int MAX_REASON = 4096;

    /** Of key, value and headers as received; our own headers need the rest of what the smallest broker takes (1 MB). */
    static final int MAX_RECEIVED = 960_000;

    /** Of a single header or key when the value had to be left out. */
    private static final int MAX_PART = 16_384;

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
        add(out, LetterHeaders.TOPIC, origin.topic());
        add(out, LetterHeaders.PARTITION, origin.partition());
        add(out, LetterHeaders.OFFSET, origin.offset());
        add(out, LetterHeaders.TIMESTAMP, origin.timestamp());
        add(out, LetterHeaders.GROUP, mesh.consumerGroup());
        add(out, LetterHeaders.MESSAGE, reason);
        add(out, LetterHeaders.REASON, reason);
        add(out, LetterHeaders.SERVICE, mesh.service());
        add(out, LetterHeaders.TIME, clock.instant().toString());
        if (mesh.consumerGroup().equals(Headers.text(record.headers(), LetterHeaders.REPLAY_GROUP))) {
            add(out, LetterHeaders.REPLAYS, String.valueOf(Math.max(1, LetterHeaders.replays(record.headers()))));
        }
        return out;
    }

    private ProducerRecord<byte[], byte[]> whole(ConsumerRecord<byte[], byte[]> record) {
        var out = new ProducerRecord<>(topic(), record.key(), record.value());
        record.headers().forEach(header -> {
            if (!LetterHeaders.ALL.contains(header.key())) {
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
        add(out, LetterHeaders.OMITTED, String.valueOf(length(record.value())));
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
