package io.meshwork.messaging;

import io.meshwork.messaging.kafka.EncodedRecord;
import io.meshwork.messaging.kafka.Headers;
import io.meshwork.messaging.kafka.Publisher;
import io.meshwork.messaging.kafka.RecordEncoder;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Requests appended on behalf of REST callers continue the caller's trace. */
public final class AppendedRequests implements RequestTopic {

    private final RecordEncoder encoder;
    private final Publisher publisher;
    private final Tracer tracer;

    public AppendedRequests(RecordEncoder encoder, Publisher publisher, Tracer tracer) {
        this.encoder = encoder;
        this.publisher = publisher;
        this.tracer = tracer;
    }

    @Override
    public UUID append(String topic, String key, UUID id, SpecificRecord value, Map<String, String> headers) {
        EncodedRecord record = encoder.encode(id, new Cause(id, id.toString(), traceparent()), topic, key, value);
        Map<String, String> all = new LinkedHashMap<>(record.headers());
        all.putAll(headers);
        publisher.publish(List.of(new EncodedRecord(id, record.topic(), key, record.value(), all)));
        return Identity.of(record.headers().getOrDefault(Headers.SOURCE, ""), id.toString());
    }

    private @Nullable String traceparent() {
        Span span = tracer.currentSpan();
        if (span == null || span.isNoop()) {
            return null;
        }
        var context = span.context();
        return "00-" + context.traceId() + "-" + context.spanId() + "-"
                + (Boolean.TRUE.equals(context.sampled()) ? "01" : "00");
    }
}
