package io.meshwork.deadletters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * That nobody need look at a letter any more: a record without value behind the letter, in its partition, so that it goes when the
 * letter is gone.
 *
 * @param letter where it stands
 * @param when as an ISO 8601 time
 * @param why nothing is to be done about it, or where the record stands again
 */
public record Settled(Position letter, How how, String who, String when, String why) {

    public enum How {
        DISCARDED,
        REPLAYED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Settled discarded(Position letter, String who, Instant when, String why) {
        return new Settled(letter, How.DISCARDED, who, when.toString(), why);
    }

    /** @param where topic, partition and offset at which the record stands again */
    public static Settled replayed(Position letter, String who, Instant when, String where) {
        return new Settled(letter, How.REPLAYED, who, when.toString(), "it stands again at " + where);
    }

    /** Empty when the record is a letter. */
    public static Optional<Settled> from(ConsumerRecord<byte[], byte[]> record) {
        String position = LetterHeaders.text(record.headers(), LetterHeaders.SETTLED);
        if (position == null) {
            return Optional.empty();
        }
        return Optional.of(new Settled(
                Position.parse(position).orElse(new Position(record.partition(), -1)),
                how(LetterHeaders.text(record.headers(), LetterHeaders.SETTLED_HOW)),
                text(record, LetterHeaders.SETTLED_BY),
                text(record, LetterHeaders.SETTLED_TIME),
                text(record, LetterHeaders.SETTLED_REASON)));
    }

    /** A record about another partition, or about one behind it, is nobody's of ours. */
    boolean isBelievable(ConsumerRecord<?, ?> record) {
        return letter.partition() == record.partition() && letter.offset() < record.offset();
    }

    /** @param topic of the letter */
    public ProducerRecord<byte[], byte[]> toRecord(String topic, byte @Nullable [] key) {
        var record = new ProducerRecord<byte[], byte[]>(topic, letter.partition(), key, null);
        add(record, LetterHeaders.SETTLED, letter.toString());
        add(record, LetterHeaders.SETTLED_HOW, how.word());
        add(record, LetterHeaders.SETTLED_BY, who);
        add(record, LetterHeaders.SETTLED_TIME, when);
        add(record, LetterHeaders.SETTLED_REASON, why);
        return record;
    }

    @Override
    public String toString() {
        return "by " + who + " at " + when + ": " + why;
    }

    private static How how(@Nullable String word) {
        return How.REPLAYED.word().equals(word) ? How.REPLAYED : How.DISCARDED;
    }

    private static String text(ConsumerRecord<?, ?> record, String header) {
        String text = LetterHeaders.text(record.headers(), header);
        return text == null ? Letter.UNKNOWN : text;
    }

    private static void add(ProducerRecord<?, ?> record, String header, String text) {
        record.headers().add(header, text.getBytes(StandardCharsets.UTF_8));
    }
}
