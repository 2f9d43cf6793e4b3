package io.meshwork.benchmarks;

import io.meshwork.benchmarks.mesh.Drain;
import io.meshwork.benchmarks.mesh.MeasuredMesh;
import io.meshwork.benchmarks.mesh.Wire;
import io.meshwork.events.PolicyEvaluated;
import io.meshwork.events.PolicyViolation;
import io.meshwork.events.ProductPublished;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The least anyone could do: consume, decode, encode an answer, produce; flush and commit per poll. Nothing is judged or stored. */
final class RawLoop {

    private static final String PUBLISHED = MeasuredMesh.topic("product.published");
    private static final String EVALUATED = MeasuredMesh.topic("policy.evaluated");

    private final MeasuredMesh mesh;
    private final Wire wire;
    private long answerBytes;

    RawLoop(MeasuredMesh mesh) {
        this.mesh = mesh;
        this.wire = mesh.wire();
    }

    /** @param target made for this drain; its name is the consumer group too */
    Drain drain(String target, long warmUp, long total) throws Exception {
        mesh.createTopic(target);
        try (KafkaProducer<byte[], byte[]> producer = mesh.producer();
                KafkaConsumer<byte[], byte[]> consumer =
                        mesh.consumer(Map.of("group.id", target, "auto.offset.reset", "earliest"))) {
            consumer.subscribe(List.of(PUBLISHED));
            long done = 0;
            long first = 0;
            long begin = 0;
            while (done < total) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(100));
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    byte[] answer = answer(record);
                    answerBytes += answer.length;
                    producer.send(new ProducerRecord<>(target, record.key(), answer));
                }
                producer.flush();
                consumer.commitSync();
                done += records.count();
                if (begin == 0 && done >= warmUp) {
                    begin = System.nanoTime();
                    first = done;
                }
            }
            return new Drain(done - first, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    long answerBytes() {
        return answerBytes;
    }

    private byte[] answer(ConsumerRecord<byte[], byte[]> record) {
        ProductPublished product = wire.decode(PUBLISHED, record.value(), ProductPublished.class);
        boolean described = product.getDescription() != null;
        return wire.encode(
                EVALUATED,
                new PolicyEvaluated(
                        product.getProductId(),
                        product.getVersion(),
                        5L,
                        described ? "compliant" : "warnings",
                        5,
                        described ? List.of() : List.of(violation()),
                        Instant.now().truncatedTo(ChronoUnit.MICROS)));
    }

    private static PolicyViolation violation() {
        return new PolicyViolation(
                "documentation",
                1L,
                "product-described",
                "documentation",
                "advisory",
                "the product has no description",
                "Describe in a sentence or two what the product is and what it is good for.",
                null,
                false,
                null);
    }
}
