package io.meshwork.messaging.kafka;

import io.meshwork.deadletters.LetterHeaders;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where a record first stood. A replay comes back to the topic it was dead-lettered from, so its headers are believed only when they
 * name the topic it is on: else whoever writes to one topic could have his record replayed, with an operator's rights, to another.
 */
record Origin(String topic, String partition, String offset, String timestamp) {

    static Origin of(ConsumerRecord<byte[], byte[]> record) {
        String topic = Headers.text(record.headers(), LetterHeaders.TOPIC);
        String partition = Headers.text(record.headers(), LetterHeaders.PARTITION);
        String offset = Headers.text(record.headers(), LetterHeaders.OFFSET);
        String timestamp = Headers.text(record.headers(), LetterHeaders.TIMESTAMP);
        if (topic != null && topic.equals(record.topic()) && partition != null && offset != null && timestamp != null) {
            return new Origin(topic, partition, offset, timestamp);
        }
        return new Origin(
                record.topic(),
                String.valueOf(record.partition()),
                String.valueOf(record.offset()),
                String.valueOf(record.timestamp()));
    }

    /** When the record was first written; a replay is younger than what it tells. */
    static Instant time(ConsumerRecord<byte[], byte[]> record) {
        String timestamp = of(record).timestamp();
        return Instant.ofEpochMilli(timestamp.matches("\\d{1,15}") ? Long.parseLong(timestamp) : record.timestamp());
    }
}
