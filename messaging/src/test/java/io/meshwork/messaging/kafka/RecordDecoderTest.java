package io.meshwork.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.meshwork.deadletters.LetterHeaders;
import io.meshwork.events.ProductPublished;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.BrokenInfrastructure;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.TopicListener;
import io.meshwork.messaging.kafka.RecordDecoder.Decoded;
import io.meshwork.messaging.security.LocalCallers;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A registry that cannot be asked says nothing about a record; a schema that does not exist says that it is poison. */
class RecordDecoderTest {

    private static final byte[] SCHEMA_SEVEN = {0, 0, 0, 0, 7, 1, 2, 3};

    static Stream<Exception> unreachable() {
        return Stream.of(
                new RestClientException("Unauthorized", 401, 40101),
                new RestClientException("Forbidden", 403, 40301),
                new RestClientException("Too many requests", 429, 42901),
                new RestClientException("Internal error", 500, 50001),
                new RestClientException("Bad gateway", 502, 502),
                new RestClientException("Service unavailable", 503, 503),
                new RestClientException("No such page, says a proxy", 404, 404),
                new RestClientException("An answer that is not the registry's", 404, 50005),
                new SocketTimeoutException("Read timed out"),
                new ConnectException("Connection refused"),
                new UnknownHostException("registry"),
                new SSLHandshakeException("certificate expired"),
                new IOException("Premature EOF"));
    }

    @ParameterizedTest
    @MethodSource("unreachable")
    void waitsForARegistryThatCannotBeAsked(Exception answer) {
        assertThatThrownBy(() -> decode(answer, record(SCHEMA_SEVEN)))
                .matches(BrokenInfrastructure::isCauseOf, "is broken infrastructure");
    }

    static Stream<Exception> unknown() {
        return Stream.of(
                new RestClientException("Schema not found", 404, 40403),
                new RestClientException("Subject not found", 404, 40401),
                new IOException("Invalid schema syntax = \"proto3\" with refs [] of type PROTOBUF"));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void givesUpARecordWhoseSchemaIsUnknownOrNotAvro(Exception answer) {
        assertThat(decode(answer, record(SCHEMA_SEVEN)))
                .isInstanceOfSatisfying(
                        Decoded.Poison.class,
                        poison -> assertThat(poison.reason()).contains("not a readable record"));
    }

    @Test
    void givesUpWhatIsNotInWireFormatWithoutAskingTheRegistry() {
        Exception never = new ConnectException("Connection refused");

        assertThat(decode(never, record(new byte[0]))).isInstanceOf(Decoded.Poison.class);
        assertThat(decode(never, record(new byte[] {0, 0}))).isInstanceOf(Decoded.Poison.class);
        assertThat(decode(never, record("{\"json\":true}".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Decoded.Poison.class);
    }

    @Test
    void givesUpARecordWithoutAKey() {
        var keyless = new ConsumerRecord<byte[], byte[]>("t", 0, 0, null, SCHEMA_SEVEN);

        assertThat(decode(new IOException(), keyless))
                .isInstanceOfSatisfying(
                        Decoded.Poison.class,
                        poison -> assertThat(poison.reason()).contains("no key"));
    }

    @Test
    void readsAForeignFormWithoutKeyAndRegistry() {
        byte[] json = bytes("{\"bare\":\"json\"}");
        ProductPublished readAs = new ProductPublished();
        Products listener = new Products() {
            @Override
            public ProductPublished fromForeign(byte[] value) {
                return Arrays.equals(value, json) ? readAs : null;
            }
        };
        var keyless = new ConsumerRecord<byte[], byte[]>("product.published", 2, 5, null, json);

        assertThat(decode(new ConnectException("Connection refused"), keyless, listener))
                .isInstanceOfSatisfying(Decoded.Legible.class, legible -> {
                    assertThat(legible.event().value()).isSameAs(readAs);
                    assertThat(legible.event().key()).isEmpty();
                    assertThat(legible.event().id()).isEqualTo(Identity.of("product.published", 2, 5L));
                });
        assertThat(decode(new ConnectException("Connection refused"), record(bytes("[]")), listener))
                .isInstanceOf(Decoded.Poison.class);
    }

    @Test
    void identifiesARecordBySourceAndId() {
        var record = record(SCHEMA_SEVEN);
        record.headers().add("ce_source", bytes("/orders")).add("ce_id", bytes("42"));

        assertThat(RecordDecoder.identity(record)).isEqualTo(Identity.of("/orders", "42"));
    }

    @Test
    void identifiesARecordWithoutHeadersByItsPlaceAndAReplayByItsFirst() {
        var first = new ConsumerRecord<>("orders", 1, 17, bytes("key"), SCHEMA_SEVEN);
        var replay = new ConsumerRecord<>("orders", 2, 99, bytes("key"), SCHEMA_SEVEN);
        replay.headers()
                .add(LetterHeaders.TOPIC, bytes("orders"))
                .add(LetterHeaders.PARTITION, bytes("1"))
                .add(LetterHeaders.OFFSET, bytes("17"))
                .add(LetterHeaders.TIMESTAMP, bytes("0"));

        assertThat(RecordDecoder.identity(replay)).isEqualTo(RecordDecoder.identity(first));
    }

    @Test
    void tellsOfAReplayWhenTheRecordFirstStood() {
        ConsumerRecord<byte[], byte[]> replay = record(SCHEMA_SEVEN);
        Map.of("topic", "product.published", "partition", "3", "offset", "42", "timestamp", "1000")
                .forEach((name, value) -> replay.headers().add("kafka_dlt-original-" + name, bytes(value)));

        assertThat(Origin.time(replay)).isEqualTo(Instant.ofEpochMilli(1000));
        assertThat(Origin.time(record(SCHEMA_SEVEN))).isEqualTo(Instant.ofEpochMilli(-1));
    }

    private static Decoded<ProductPublished> decode(Exception answer, ConsumerRecord<byte[], byte[]> record) {
        return decode(answer, record, new Products());
    }

    private static Decoded<ProductPublished> decode(
            Exception answer, ConsumerRecord<byte[], byte[]> record, Products listener) {
        KafkaAvroDeserializer deserializer =
                new KafkaAvroDeserializer(WatchedRegistry.around(StubRegistry.failing(answer)));
        deserializer.configure(Map.of("schema.registry.url", "http://unused", "specific.avro.reader", true), false);
        return new RecordDecoder(deserializer, new LocalCallers()).decode(listener, record);
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
        return new ConsumerRecord<>("product.published", 0, 0, bytes("sales.orders"), value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static class Products extends TopicListener<ProductPublished> {
        Products() {
            super("product.published", ProductPublished.class);
        }

        @Override
        protected void handle(Batch<ProductPublished> batch) {
            throw new IllegalStateException("nothing is handled here");
        }

        @Override
        public String expectedKey(ProductPublished value) {
            return value.getProductId();
        }
    }
}
