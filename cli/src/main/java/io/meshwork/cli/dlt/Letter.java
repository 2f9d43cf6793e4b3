package io.meshwork.cli.dlt;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A dead letter as it stands in its topic. */
record Letter(ConsumerRecord<byte[], byte[]> record) {

    static final String UNKNOWN = "-";

    Position position() {
        return new Position(record.partition(), record.offset());
    }

    String service() {
        return or(LetterHeaders.SERVICE, UNKNOWN);
    }

    String reason() {
        return or(LetterHeaders.REASON, UNKNOWN);
    }

    String key() {
        return record.key() == null ? UNKNOWN : new String(record.key(), StandardCharsets.UTF_8);
    }

    /** When the service gave up. */
    Instant time() {
        try {
            return Instant.parse(or(LetterHeaders.TIME, ""));
        } catch (DateTimeParseException e) {
            return Instant.ofEpochMilli(record.timestamp());
        }
    }

    /** Topic, partition and offset where the record first stood. */
    String origin() {
        return or(LetterHeaders.TOPIC, UNKNOWN) + " " + or(LetterHeaders.PARTITION, "?") + ":"
                + or(LetterHeaders.OFFSET, "?");
    }

    @Nullable
    String header(String name) {
        return LetterHeaders.text(record.headers(), name);
    }

    private String or(String header, String otherwise) {
        String text = header(header);
        return text == null ? otherwise : text;
    }
}
