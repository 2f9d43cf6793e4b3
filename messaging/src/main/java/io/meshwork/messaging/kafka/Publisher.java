package io.meshwork.messaging.kafka;

import io.meshwork.messaging.BrokenInfrastructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;

/** Writes records and returns when the broker has all of them. */
public final class Publisher {

    private static final long ACK_SECONDS = 60;

    private final KafkaTemplate<byte[], byte[]> template;

    public Publisher(KafkaTemplate<byte[], byte[]> template) {
        this.template = template;
    }

    /** @throws BrokenInfrastructure when not every record was acknowledged in time; some may have been written */
    public void publish(List<EncodedRecord> records) {
        publishAll(records.stream().map(Publisher::toProducerRecord).toList());
    }

    /** @throws BrokenInfrastructure when not every record was acknowledged in time; some may have been written */
    public void publishAll(List<ProducerRecord<byte[], byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        try {
            List<CompletableFuture<?>> acks = new ArrayList<>(records.size());
            for (ProducerRecord<byte[], byte[]> record : records) {
                acks.add(template.send(record));
            }
            CompletableFuture.allOf(acks.toArray(CompletableFuture[]::new)).get(ACK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenInfrastructure("interrupted while waiting for the broker's acknowledgement", e);
        } catch (ExecutionException
                | TimeoutException
                | org.apache.kafka.common.KafkaException
                | org.springframework.kafka.KafkaException e) {
            throw new BrokenInfrastructure("the broker did not acknowledge every record", e);
        }
    }

    private static ProducerRecord<byte[], byte[]> toProducerRecord(EncodedRecord encoded) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(encoded.topic(), Headers.bytes(encoded.key()), encoded.value());
        for (Map.Entry<String, String> header : encoded.headers().entrySet()) {
            record.headers().add(header.getKey(), Headers.bytes(header.getValue()));
        }
        return record;
    }
}
