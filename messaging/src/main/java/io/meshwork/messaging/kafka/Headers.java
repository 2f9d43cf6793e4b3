package io.meshwork.messaging.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Record headers: CloudEvents 1.0 Kafka binding (binary mode), W3C trace context, and what dead letters carry. */
public final class Headers {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String DATA_SCHEMA = "ce_dataschema";
    public static final String CONTENT_TYPE = "content-type";
    public static final String CAUSATION_ID = "ce_causationid";
    public static final String CORRELATION_ID = "ce_correlationid";
    public static final String CE_TRACEPARENT = "ce_traceparent";
    public static final String TRACEPARENT = "traceparent";
    /** Signed token of whoever asks; on request topics only. */
    public static final String TOKEN = "mesh-token";

    /** Consumer group a dead letter is replayed for; all others let it pass. */
    public static final String REPLAY_GROUP = "mesh-replay-group";

    public static final String DLT_TOPIC = "kafka_dlt-original-topic";
    public static final String DLT_PARTITION = "kafka_dlt-original-partition";
    public static final String DLT_OFFSET = "kafka_dlt-original-offset";
    public static final String DLT_TIMESTAMP = "kafka_dlt-original-timestamp";
    public static final String DLT_GROUP = "kafka_dlt-original-consumer-group";
    public static final String DLT_MESSAGE = "kafka_dlt-exception-message";
    public static final String DLT_REASON = "mesh-dlt-reason";
    public static final String DLT_SERVICE = "mesh-dlt-service";
    public static final String DLT_TIME = "mesh-dlt-time";
    /** Bytes of a value that was too large for the dead letter; it can still be read where the record first stood. */
    public static final String DLT_OMITTED = "mesh-dlt-value-omitted";

    /**
     * On a record without value in a dead-letter topic, written by {@code mesh dlt discard}: partition and offset of a letter that
     * nothing is to be done about.
     */
    public static final String DISCARD_LETTER = "mesh-discard-letter";

    static final String DISCARD_BY = "mesh-discard-by";
    static final String DISCARD_TIME = "mesh-discard-time";
    static final String DISCARD_REASON = "mesh-discard-reason";

    private Headers() {}

    /** The header's last value as text, null when absent or longer than any honest header. */
    public static @Nullable String text(org.apache.kafka.common.header.Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null || header.value().length > 16_384) {
            return null;
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
