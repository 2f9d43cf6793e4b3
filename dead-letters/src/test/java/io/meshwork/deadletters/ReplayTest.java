package io.meshwork.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final LetterBox CATALOG = LetterBox.all("blue").stream()
            .filter(box -> box.service().equals("catalog"))
            .findFirst()
            .orElseThrow();

    private final Map<String, String> headers = new HashMap<>(Map.of(
            "ce_id", "7",
            "colour", "red",
            "kafka_dlt-original-topic", "blue.product.submitted.v1",
            "kafka_dlt-original-partition", "3",
            "kafka_dlt-original-offset", "42",
            "kafka_dlt-original-timestamp", "1000",
            "kafka_dlt-original-consumer-group", "blue.catalog",
            "mesh-dlt-reason", "a bug",
            "mesh-dlt-service", "catalog"));

    @Test
    void restoresKeyValueAndHeadersForTheGroupThatGaveUp() {
        var ready = (Replay.Ready) replay();

        assertThat(ready.record().topic()).isEqualTo("blue.product.submitted.v1");
        assertThat(ready.record().key()).isEqualTo(bytes("cart.orders"));
        assertThat(ready.record().value()).isEqualTo(new byte[] {0, 1, 2});
        assertThat(headersOf(ready.record()))
                .isEqualTo(Map.of(
                        "ce_id", "7",
                        "colour", "red",
                        "kafka_dlt-original-topic", "blue.product.submitted.v1",
                        "kafka_dlt-original-partition", "3",
                        "kafka_dlt-original-offset", "42",
                        "kafka_dlt-original-timestamp", "1000",
                        "mesh-replay-group", "blue.catalog",
                        "mesh-replays", "1"));
    }

    @Test
    void refusesALetterWhoseValueWasLeftOut() {
        headers.put("mesh-dlt-value-omitted", "1048000");

        assertThat(refusal()).contains("1048000 bytes", "blue.product.submitted.v1 3:42");
    }

    @Test
    void refusesATopicTheServiceDoesNotRead() {
        headers.put("kafka_dlt-original-topic", "blue.product.listing.v1");

        assertThat(refusal()).contains("blue.product.listing.v1, which catalog does not read");
    }

    @Test
    void refusesATopicOfAnotherMesh() {
        headers.put("kafka_dlt-original-topic", "green.product.submitted.v1");

        assertThat(refusal()).contains("green.product.submitted.v1");
    }

    @Test
    void refusesALetterOfAnotherGroup() {
        headers.put("kafka_dlt-original-consumer-group", "blue.policy");

        assertThat(refusal()).contains("blue.policy, not by blue.catalog");
    }

    @Test
    void refusesARecordThatIsNoLetter() {
        headers.keySet().removeIf(name -> name.startsWith("kafka_dlt"));

        assertThat(refusal()).contains("does not say where it came from");
    }

    private String refusal() {
        return ((Replay.Refused) replay()).why();
    }

    private Replay replay() {
        var record = new ConsumerRecord<>("blue.catalog.dlt.v1", 0, 0, bytes("cart.orders"), new byte[] {0, 1, 2});
        headers.forEach((name, value) -> record.headers().add(name, bytes(value)));
        return Replay.of(new Letter(record), CATALOG);
    }

    private static Map<String, String> headersOf(ProducerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
