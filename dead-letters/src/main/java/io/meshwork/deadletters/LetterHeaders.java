package io.meshwork.deadletters;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What a service writes on a record it gives up, beside the record's own headers. */
public final class LetterHeaders {

    public static final String TOPIC = "kafka_dlt-original-topic";
    public static final String PARTITION = "kafka_dlt-original-partition";
    public static final String OFFSET = "kafka_dlt-original-offset";
    public static final String TIMESTAMP = "kafka_dlt-original-timestamp";
    public static final String GROUP = "kafka_dlt-original-consumer-group";
    public static final String MESSAGE = "kafka_dlt-exception-message";
    public static final String REASON = "mesh-dlt-reason";
    public static final String SERVICE = "mesh-dlt-service";
    public static final String TIME = "mesh-dlt-time";

    /** Bytes of a value that was too large for the letter; it can still be read where the record first stood. */
    public static final String OMITTED = "mesh-dlt-value-omitted";

    /** The one consumer group that a replayed record is for; all others let it pass. */
    public static final String REPLAY_GROUP = "mesh-replay-group";

    /** How often the record was given back, on it and on the letter it becomes when it fails again. */
    public static final String REPLAYS = "mesh-replays";

    /** Of a record that settles a letter: the letter's partition and offset, what became of it, who did it, when and why. */
    public static final String SETTLED = "mesh-discard-letter";

    static final String SETTLED_HOW = "mesh-discard-how";
    static final String SETTLED_BY = "mesh-discard-by";
    static final String SETTLED_TIME = "mesh-discard-time";
    static final String SETTLED_REASON = "mesh-discard-reason";

    /** Where a record first stood; a replay keeps them, since an event without CloudEvents headers is known by its place. */
    static final Set<String> ORIGIN = Set.of(TOPIC, PARTITION, OFFSET, TIMESTAMP);

    /** Not the record's own. */
    public static final Set<String> ALL = Set.of(
            TOPIC,
            PARTITION,
            OFFSET,
            TIMESTAMP,
            GROUP,
            MESSAGE,
            REASON,
            SERVICE,
            TIME,
            OMITTED,
            REPLAY_GROUP,
            REPLAYS,
            SETTLED,
            SETTLED_HOW,
            SETTLED_BY,
            SETTLED_TIME,
            SETTLED_REASON);

    private LetterHeaders() {}

    public static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** How often the record was given back; 0 when it does not say. */
    public static int replays(Headers headers) {
        String text = text(headers, REPLAYS);
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
