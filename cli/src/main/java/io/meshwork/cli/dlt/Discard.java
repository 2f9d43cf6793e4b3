package io.meshwork.cli.dlt;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * That somebody wants to see a letter no more: a record without value behind the letter, in its partition, so that it goes when
 * the letter is gone.
 *
 * @param letter where it stands
 * @param when as an ISO 8601 time
 */
record Discard(Position letter, String who, String when, String why) {

    static Discard of(Position letter, String who, Instant when, String why) {
        return new Discard(letter, who, when.toString(), why);
    }

    /** Empty when the record is a letter. */
    static Optional<Discard> from(ConsumerRecord<byte[], byte[]> record) {
        String position = LetterHeaders.text(record.headers(), LetterHeaders.DISCARD);
        if (position == null) {
            return Optional.empty();
        }
        return Optional.of(new Discard(
                Position.parse(position).orElse(new Position(record.partition(), -1)),
                text(record, LetterHeaders.DISCARD_BY),
                text(record, LetterHeaders.DISCARD_TIME),
                text(record, LetterHeaders.DISCARD_REASON)));
    }

    /** @param topic of the letter */
    ProducerRecord<byte[], byte[]> toRecord(String topic, byte[] key) {
        var record = new ProducerRecord<byte[], byte[]>(topic, letter.partition(), key, null);
        add(record, LetterHeaders.DISCARD, letter.toString());
        add(record, LetterHeaders.DISCARD_BY, who);
        add(record, LetterHeaders.DISCARD_TIME, when);
        add(record, LetterHeaders.DISCARD_REASON, why);
        return record;
    }

    @Override
    public String toString() {
        return "by " + who + " at " + when + ": " + why;
    }

    private static String text(ConsumerRecord<?, ?> record, String header) {
        String text = LetterHeaders.text(record.headers(), header);
        return text == null ? Letter.UNKNOWN : text;
    }

    private static void add(ProducerRecord<?, ?> record, String header, String text) {
        record.headers().add(header, text.getBytes(StandardCharsets.UTF_8));
    }
}
