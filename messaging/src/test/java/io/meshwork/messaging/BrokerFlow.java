package io.meshwork.messaging;

import static io.meshwork.messaging.RunningSample.await;
import static io.meshwork.messaging.testkit.TestPlatform.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.testkit.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The way of a record in, through and out again, on whatever broker the subclass has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrokerFlow {

    private static final String TOPIC = "product.published";

    private RunningSample sample;

    abstract String brokers();

    @BeforeAll
    void startService() {
        sample = new RunningSample(TestPlatform.on(brokers()));
    }

    @AfterAll
    void stopService() {
        if (sample != null) {
            sample.close();
        }
    }

    @Test
    void publishesTheOutcomeOfARecord() {
        String id = sample.publish("plain");

        var outcome = sample.outcomesOf("sales.plain", 1).getFirst();
        assertThat(outcome.value().getStatus()).isEqualTo("not_checked");
        assertThat(header(outcome, "ce_causationid"))
                .isEqualTo(Identity.of("/test", id).toString());
    }

    @Test
    void handlesARepeatedRecordOnce() {
        sample.publish("repeated", Map.of("ce_id", "again"));
        sample.publish("repeated", Map.of("ce_id", "again"));
        sample.publish("repeated", Map.of("ce_id", "the last one"));

        assertThat(sample.outcomesOf("sales.repeated", 2)).hasSize(2);
        assertThat(sample.seen("sales.repeated")).isEqualTo(2);
    }

    @Test
    void deadLettersPoisonByteForByteAndGoesOn() {
        byte[] poison = "not avro".getBytes(StandardCharsets.UTF_8);

        sample.platform.sendRaw(TOPIC, "sales.poison", poison, Map.of("colour", "red"));
        sample.publish("after");

        sample.outcomesOf("sales.after", 1);
        ConsumerRecord<byte[], byte[]> letter = sample.letterOf("sales.poison");
        assertThat(letter.value()).isEqualTo(poison);
        assertThat(header(letter, "colour")).isEqualTo("red");
        assertThat(header(letter, "kafka_dlt-original-topic")).isEqualTo(sample.platform.topic(TOPIC));
    }

    @Test
    void tellsADeadLetterToWhoeverListens() {
        sample.platform.sendRaw(TOPIC, "sales.told", new byte[] {1}, Map.of());

        await(() -> told("sales.told"), count -> count == 1);
    }

    private int told(String key) {
        return sample.jdbc()
                .sql("select count(*) from told where letter = ?")
                .param(key)
                .query(Integer.class)
                .single();
    }
}
