package io.meshwork.deadletters;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records and returns when the broker has them. */
public final class Rewriter implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;

    /** @param client properties of the connection, and how patient it is */
    public Rewriter(Map<String, ?> client) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        settings.putAll(client);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Writes one record.
     *
     * @return where it stands now, as topic, partition and offset
     * @throws KafkaException when the broker did not acknowledge it
     */
    public String write(ProducerRecord<byte[], byte[]> record) {
        try {
            RecordMetadata written = producer.send(record).get();
            return written.topic() + " " + written.partition() + ":" + written.offset();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refused
                    ? refused
                    : new KafkaException("the record was not written", e.getCause());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
