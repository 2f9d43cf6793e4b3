package io.meshwork.cli.dlt;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What a service writes on a record it gives up, beside the record's own headers. */
final class LetterHeaders {

    static final String TOPIC = "kafka_dlt-original-topic";
    static final String PARTITION = "kafka_dlt-original-partition";
    static final String OFFSET = "kafka_dlt-original-offset";
    static final String TIMESTAMP = "kafka_dlt-original-timestamp";
    static final String GROUP = "kafka_dlt-original-consumer-group";
    static final String MESSAGE = "kafka_dlt-exception-message";
    static final String REASON = "mesh-dlt-reason";
    static final String SERVICE = "mesh-dlt-service";
    static final String TIME = "mesh-dlt-time";
    static final String OMITTED = "mesh-dlt-value-omitted";

    /** Of a record that discards a letter: the letter's partition and offset, who did it, when and why. */
    static final String DISCARD = "mesh-discard-letter";

    static final String DISCARD_BY = "mesh-discard-by";
    static final String DISCARD_TIME = "mesh-discard-time";
    static final String DISCARD_REASON = "mesh-discard-reason";

    /** The one consumer group that a replayed record is for; all others let it pass. */
    static final String REPLAY_GROUP = "mesh-replay-group";

    /** Where a record first stood; a replay keeps them, since an event without CloudEvents headers is known by its place. */
    static final Set<String> ORIGIN = Set.of(TOPIC, PARTITION, OFFSET, TIMESTAMP);

    /** Not the record's own. */
    static final Set<String> ALL = Set.of(
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
            DISCARD,
            DISCARD_BY,
            DISCARD_TIME,
            DISCARD_REASON);

    private LetterHeaders() {}

    static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
