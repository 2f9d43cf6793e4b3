package io.meshwork.messaging;

import io.meshwork.messaging.kafka.Headers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What to watch of a listener: {@code mesh.listener.records} (received), {@code mesh.listener.handling} (time per batch),
 * {@code mesh.listener.failures} (attempts that failed for the record's own reason), {@code mesh.listener.dead.letters} (alert
 * on any), {@code mesh.listener.age} (time from append to end of handling; alert when it grows). One span per batch links the
 * traces of its records.
 */
public final class InboxMetrics {

    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final int MAX_LINKS = 32;

    private final MeterRegistry meters;
    private final Tracer tracer;
    private final Clock clock;

    public InboxMetrics(MeterRegistry meters, Tracer tracer, Clock clock) {
        this.meters = meters;
        this.tracer = tracer;
        this.clock = clock;
    }

    void observe(String topic, List<ConsumerRecord<byte[], byte[]>> records, Runnable handling) {
        Span span = span(topic, records);
        Timer.Sample sample = Timer.start(meters);
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            handling.run();
            meters.counter("mesh.listener.records", "topic", topic).increment(records.size());
            age(topic, records);
        } catch (RuntimeException e) {
            span.error(e);
            throw e;
        } finally {
            sample.stop(meters.timer("mesh.listener.handling", "topic", topic));
            span.end();
        }
    }

    private void age(String topic, List<ConsumerRecord<byte[], byte[]>> records) {
        if (!records.isEmpty()) {
            long millis = Math.max(0, clock.millis() - records.getFirst().timestamp());
            meters.timer("mesh.listener.age", "topic", topic).record(Duration.ofMillis(millis));
        }
    }

    private Span span(String topic, List<ConsumerRecord<byte[], byte[]>> records) {
        Span.Builder builder = tracer.spanBuilder()
                .name("handle " + topic)
                .kind(Span.Kind.CONSUMER)
                .tag("messaging.batch.message_count", String.valueOf(records.size()));
        records.stream().limit(MAX_LINKS).forEach(record -> {
            String traceparent = Headers.text(record.headers(), Headers.TRACEPARENT);
            Matcher m = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
            if (m.matches()) {
                builder.addLink(new io.micrometer.tracing.Link(tracer.traceContextBuilder()
                        .traceId(m.group(1))
                        .spanId(m.group(2))
                        .sampled(m.group(3).equals("01"))
                        .build()));
            }
        });
        return builder.start();
    }

    void failed(String topic) {
        meters.counter("mesh.listener.failures", "topic", topic).increment();
    }

    void deadLettered(String topic, int count) {
        meters.counter("mesh.listener.dead.letters", "topic", topic).increment(count);
    }
}
