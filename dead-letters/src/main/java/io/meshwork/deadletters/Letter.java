package io.meshwork.deadletters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A dead letter as it stands in its topic. */
public record Letter(ConsumerRecord<byte[], byte[]> record) {

    public static final String UNKNOWN = "-";

    /** Of whoever asked for something; whoever sees it could ask in their name. */
    private static final String TOKEN = "mesh-token";

    /** One of the record's own headers, as text. */
    public record OwnHeader(String name, String value) {}

    public Position position() {
        return new Position(record.partition(), record.offset());
    }

    public String service() {
        return or(LetterHeaders.SERVICE, UNKNOWN);
    }

    public String reason() {
        return or(LetterHeaders.REASON, UNKNOWN);
    }

    public String key() {
        return record.key() == null ? UNKNOWN : new String(record.key(), StandardCharsets.UTF_8);
    }

    /** When the service gave up. */
    public Instant time() {
        try {
            return Instant.parse(or(LetterHeaders.TIME, ""));
        } catch (DateTimeParseException e) {
            return Instant.ofEpochMilli(record.timestamp());
        }
    }

    /** The topic on which the record first stood. */
    public String topic() {
        return or(LetterHeaders.TOPIC, UNKNOWN);
    }

    /** Topic, partition and offset where the record first stood. */
    public String origin() {
        return topic() + " " + or(LetterHeaders.PARTITION, "?") + ":" + or(LetterHeaders.OFFSET, "?");
    }

    /** How often the record was given back before it became this letter. */
    public int replays() {
        return LetterHeaders.replays(record.headers());
    }

    /** The record's own headers, with what is a secret left out. */
    public List<OwnHeader> ownHeaders() {
        var own = new ArrayList<OwnHeader>();
        for (Header header : record.headers()) {
            if (!LetterHeaders.ALL.contains(header.key())) {
                own.add(new OwnHeader(
                        header.key(), header.key().equals(TOKEN) ? "(a token, not shown)" : text(header)));
            }
        }
        return own;
    }

    @Nullable
    String header(String name) {
        return LetterHeaders.text(record.headers(), name);
    }

    private static String text(Header header) {
        return header.value() == null ? UNKNOWN : new String(header.value(), StandardCharsets.UTF_8);
    }

    private String or(String header, String otherwise) {
        String text = header(header);
        return text == null ? otherwise : text;
    }
}
