package io.meshwork.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class AsyncApiTest {

    private static final TopicManifest MANIFEST = TopicManifest.read();
    private static final TopicSchemas SCHEMAS = TopicSchemas.read(MANIFEST);

    private final Object parsed = new Yaml().load(AsyncApi.write(MANIFEST, SCHEMAS, "mesh"));
    private final JsonNode document = new ObjectMapper().valueToTree(parsed);

    @Test
    void describesEveryTopic() {
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(document.path("channels").findValuesAsText("address"))
                .containsExactlyElementsOf(MANIFEST.topics().stream()
                        .map(topic -> topic.fullName("mesh"))
                        .toList());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.findValuesAsText("$ref"))
                .hasSizeGreaterThan(MANIFEST.topics().size())
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
    }

    @Test
    void carriesTheWholeAvroSchema() {
        JsonNode schema = document.at("/components/messages/product-published/payload/schema");

        assertThat(schema.path("name").asText()).isEqualTo("ProductPublished");
        assertThat(schema.path("fields"))
                .hasSameSizeAs(SCHEMAS.of(MANIFEST.topic("product.published"))
                        .orElseThrow()
                        .getFields());
    }
}
