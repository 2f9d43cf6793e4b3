package io.meshwork.messaging.boot;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.RetryListener;

/**
 * Says that a listener waits for a neighbour, with the whole cause once and in one line about every minute after that.
 * {@code mesh.listener.retries} counts every attempt; alert when it keeps growing.
 */
final class RetryLog implements RetryListener {

    private static final Logger log = LoggerFactory.getLogger(RetryLog.class);

    /** Attempts are five seconds apart once the back-off has grown. */
    private static final int EVERY = 12;

    private final String destination;
    private final Counter retries;

    RetryLog(String destination, MeterRegistry meters) {
        this.destination = destination;
        this.retries = meters.counter("mesh.listener.retries", "destination", destination);
    }

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception e, int attempt) {
        tell(1, e, attempt);
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> records, @Nullable Exception e, int attempt) {
        tell(records.count(), e, attempt);
    }

    private void tell(int records, @Nullable Exception e, int attempt) {
        retries.increment();
        if (attempt % EVERY != 1) {
            return;
        }
        var line = log.atWarn()
                .addKeyValue("destination", destination)
                .addKeyValue("records", records)
                .addKeyValue("attempt", attempt)
                .addKeyValue("reason", rootOf(e));
        (attempt == 1 ? line.setCause(e) : line)
                .log("A batch waits for broker, registry or database and is tried again");
    }

    private static String rootOf(@Nullable Throwable e) {
        Throwable root = e;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root);
    }
}
