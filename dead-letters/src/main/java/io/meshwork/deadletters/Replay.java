package io.meshwork.deadletters;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** What becomes of a letter that shall be given back. */
public sealed interface Replay {

    /** The record as it was, for the one consumer group that gave it up. */
    record Ready(ProducerRecord<byte[], byte[]> record) implements Replay {}

    record Refused(String why) implements Replay {}

    /**
     * Decides on one letter. It may go only to a topic that its service reads: a replay is written with an operator's rights, and
     * must not carry a forged letter to where its writer could not write himself.
     */
    static Replay of(Letter letter, LetterBox box) {
        String topic = letter.header(LetterHeaders.TOPIC);
        String group = letter.header(LetterHeaders.GROUP);
        String omitted = letter.header(LetterHeaders.OMITTED);
        if (topic == null || group == null || !LetterHeaders.ORIGIN.stream().allMatch(h -> letter.header(h) != null)) {
            return new Refused("it does not say where it came from, so no service of a mesh wrote it");
        }
        if (omitted != null) {
            return new Refused("its value of " + omitted + " bytes was too large for a dead letter and is not in it; "
                    + "send it again from its source, or read it at " + letter.origin() + " while that topic keeps it");
        }
        if (!box.isInput(topic)) {
            return new Refused("it names the topic " + topic + ", which " + box.service() + " does not read");
        }
        if (!group.equals(box.consumerGroup())) {
            return new Refused("it was given up by the consumer group " + group + ", not by " + box.consumerGroup());
        }
        return new Ready(record(letter, topic, group));
    }

    private static ProducerRecord<byte[], byte[]> record(Letter letter, String topic, String group) {
        var record = new ProducerRecord<>(
                topic, letter.record().key(), letter.record().value());
        for (Header header : letter.record().headers()) {
            if (!LetterHeaders.ALL.contains(header.key()) || LetterHeaders.ORIGIN.contains(header.key())) {
                record.headers().add(header);
            }
        }
        record.headers().add(LetterHeaders.REPLAY_GROUP, group.getBytes(StandardCharsets.UTF_8));
        record.headers()
                .add(LetterHeaders.REPLAYS, String.valueOf(letter.replays() + 1).getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
