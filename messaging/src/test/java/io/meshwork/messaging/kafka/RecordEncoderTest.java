package io.meshwork.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.meshwork.events.ProductPublished;
import io.meshwork.messaging.BrokenInfrastructure;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.OutcomeTooLargeException;
import io.meshwork.messaging.boot.MeshSettings;
import io.meshwork.messaging.sample.Products;
import java.net.ConnectException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordEncoderTest {

    private static final UUID ID = UUID.fromString("11111111-1111-5111-8111-111111111111");
    private static final Cause CAUSE =
            new Cause(ID, "chain", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    private static final MeshSettings MESH = new MeshSettings(
            "mesh",
            "catalog",
            null,
            MeshSettings.Profile.LOCAL,
            new MeshSettings.Registry(URI.create("http://unused"), Map.of()),
            new MeshSettings.Outbox(Duration.ofSeconds(10), Duration.ofSeconds(2)),
            Duration.ZERO,
            Duration.ofDays(15));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @BeforeAll
    static void trustOurClasses() {
        AvroClasses.trustOurs();
    }

    @Test
    void writesConfluentWireFormatAndCloudEventsHeaders() throws Exception {
        EncodedRecord record = encoder(StubRegistry.withProducts())
                .encode(ID, CAUSE, "product.published", "sales.a", Products.product("a"));

        assertThat(record.topic()).isEqualTo("mesh.product.published.v1");
        assertThat(record.value()).startsWith(0, 0, 0, 0, 1);
        assertThat(record.headers())
                .containsEntry("ce_id", ID.toString())
                .containsEntry("ce_source", "/mesh/catalog")
                .containsEntry("ce_type", "io.meshwork.product.published.v1")
                .containsEntry("ce_time", "2026-01-01T00:00:00Z")
                .containsEntry("ce_correlationid", "chain")
                .containsEntry("ce_traceparent", CAUSE.traceparent())
                .containsEntry("traceparent", CAUSE.traceparent());
    }

    @Test
    void writesATombstoneWithoutValue() throws Exception {
        assertThat(encoder(StubRegistry.withProducts())
                        .encode(ID, CAUSE, "product.listing", "sales.a", null)
                        .value())
                .isNull();
    }

    @Test
    void refusesWhatIsTooLargeWithKeyAndHeaders() throws Exception {
        RecordEncoder encoder = encoder(StubRegistry.withProducts());
        ProductPublished large = ProductPublished.newBuilder(Products.product("a"))
                .setContract("x".repeat(RecordEncoder.MAX_BYTES))
                .build();

        assertThatThrownBy(() -> encoder.encode(ID, CAUSE, "product.published", "sales.a", large))
                .isInstanceOf(OutcomeTooLargeException.class)
                .hasMessageContaining("product.published");
        String key = "k".repeat(RecordEncoder.MAX_BYTES / 2);
        assertThatThrownBy(() -> encoder.encode(ID, CAUSE, "product.published", key, Products.product("a")))
                .isInstanceOf(OutcomeTooLargeException.class);
    }

    static Stream<Exception> registryTrouble() {
        return Stream.of(
                new ConnectException("Connection refused"),
                new RestClientException("Internal error", 500, 50001),
                new RestClientException("Unauthorized", 401, 40101),
                new RestClientException("Subject not found, it was there at the start", 404, 40401));
    }

    /** Else a registry that is away when the first outcome is written would dead-letter what caused it. */
    @ParameterizedTest
    @MethodSource("registryTrouble")
    void blamesTheRegistryWhenItDoesNotTellTheIdOfASchema(Exception answer) {
        RecordEncoder encoder = encoder(StubRegistry.failing(answer));

        assertThatThrownBy(() -> encoder.encode(ID, CAUSE, "product.published", "sales.a", Products.product("a")))
                .matches(BrokenInfrastructure::isCauseOf, "is broken infrastructure");
    }

    @Test
    void blamesTheValueWhenItDoesNotFitItsSchema() throws Exception {
        ProductPublished incomplete = new ProductPublished();
        RecordEncoder encoder = encoder(StubRegistry.withProducts());

        assertThatThrownBy(() -> encoder.encode(ID, CAUSE, "product.published", "sales.a", incomplete))
                .matches(e -> !BrokenInfrastructure.isCauseOf(e), "is not broken infrastructure");
    }

    private static RecordEncoder encoder(SchemaRegistryClient registry) {
        KafkaAvroSerializer serializer = new KafkaAvroSerializer(WatchedRegistry.around(registry));
        serializer.configure(
                Map.of(
                        "schema.registry.url",
                        "http://unused",
                        "auto.register.schemas",
                        false,
                        "avro.remove.java.properties",
                        true),
                false);
        return new RecordEncoder(serializer, MESH, CLOCK);
    }
}
