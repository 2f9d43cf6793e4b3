package io.meshwork.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.meshwork.schemas.topics.TopicsCheck.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicsCheckTest {

    private static final TopicManifest MANIFEST = TopicManifest.read();
    private static final TopicSchemas SCHEMAS = TopicSchemas.read(MANIFEST);

    private final Platform platform = RealBroker.platform();
    private final String mesh = RealBroker.aMesh();
    private final TopicsCheck check = new TopicsCheck(platform, MANIFEST, SCHEMAS);

    @AfterEach
    void close() {
        RealBroker.forget(platform);
    }

    @Test
    void isContentAfterTopicsApply() {
        new TopicsApply(platform, MANIFEST, SCHEMAS).apply(mesh, (short) 1);

        await().untilAsserted(() -> assertThat(check.check(mesh)).isEqualTo(new Result.Ok()));
    }

    @Test
    void namesMissingTopicsAndSchemasAndTheCommandThatMends() {
        Result result = check.check(mesh, List.of("product.submitted", "catalog.dlt"));

        assertThat(result)
                .isEqualTo(new Result.Broken(List.of(
                        "Topic " + mesh + ".product.submitted.v1 is missing",
                        "The schema of " + mesh + ".product.submitted.v1-value is not registered",
                        "Topic " + mesh + ".catalog.dlt.v1 is missing")));
        assertThat(((Result.Broken) result).message()).endsWith("Mend it with: ./mesh topics apply");
    }

    @Test
    void saysWhyASchemaIsIncompatible() throws Exception {
        platform.registry().register(mesh + ".product.rejected.v1-value", new AvroSchema("""
                {"type":"record","name":"io.meshwork.events.ProductRejected","fields":[
                  {"name":"colour","type":"string"}]}"""));

        Result result = check.check(mesh, List.of("product.rejected"));

        assertThat(((Result.Broken) result).message())
                .contains("incompatible", "field `colour` of record `ProductRejected` was removed");
    }

    @Test
    void looksOnlyAtTheTopicsAskedFor() {
        new TopicsApply(platform, new TopicManifest(List.of(MANIFEST.topic("product.listing"))), SCHEMAS)
                .apply(mesh, (short) 1);

        await().untilAsserted(() ->
                assertThat(check.check(mesh, List.of("product.listing"))).isEqualTo(new Result.Ok()));
    }

    @Test
    void refusesATopicThatTheManifestDoesNotKnow() {
        assertThatThrownBy(() -> check.check(mesh, List.of("product.imagined")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No topic `product.imagined`");
    }

    @Test
    void anUnreachableBrokerIsNoFinding() {
        Map<String, Object> impatient = Map.of("request.timeout.ms", 300, "default.api.timeout.ms", 500);
        try (Platform nowhere = Platform.connect("127.0.0.1:1", "mock://nowhere", impatient)) {
            assertThatThrownBy(() -> new TopicsCheck(nowhere, MANIFEST, SCHEMAS).check(mesh))
                    .isInstanceOf(PlatformUnavailableException.class);
        }
    }
}
