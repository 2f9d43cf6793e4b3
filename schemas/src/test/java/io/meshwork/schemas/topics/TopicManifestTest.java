package io.meshwork.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.schemas.compatibility.Compatibility;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicManifestTest {

    @Test
    void readsEveryTopicOfTheMesh() {
        TopicManifest manifest = TopicManifest.read();

        Topic listing = manifest.topic("product.listing");
        assertThat(listing.cleanup()).isEqualTo(Cleanup.COMPACT);
        assertThat(listing.compatibility()).isEqualTo(Compatibility.FULL_TRANSITIVE);
        assertThat(listing.retention()).isEqualTo(Duration.ofDays(7));
        assertThat(listing.writtenBy()).containsExactly("catalog");
        assertThat(manifest.topics()).extracting(Topic::name).contains("catalog.dlt", "policy.evaluated");
    }

    @Test
    void namesTopicsAndSubjectsAfterTheMesh() {
        Topic topic = TopicManifest.read().topic("product.submitted");

        assertThat(topic.fullName("mesh")).isEqualTo("mesh.product.submitted.v1");
        assertThat(topic.subject("blue")).isEqualTo("blue.product.submitted.v1-value");
    }

    @Test
    void refusesAMeshNameThatIsNoTopicPrefix() {
        Topic topic = TopicManifest.read().topic("product.submitted");

        assertThatThrownBy(() -> topic.fullName("My Mesh")).hasMessageContaining("`My Mesh` is not usable");
    }

    @Test
    void deadLetterTopicsCarryNoSchema() {
        Topic topic = TopicManifest.read().topic("catalog.dlt");

        assertThat(topic.schema()).isNull();
        assertThat(topic.compatibility()).isEqualTo(Compatibility.NONE);
    }

    @Test
    void findsASchemaForEveryTopicThatNamesOne() {
        TopicManifest manifest = TopicManifest.read();
        TopicSchemas schemas = TopicSchemas.read(manifest);

        assertThat(manifest.topics())
                .allSatisfy(topic -> assertThat(schemas.of(topic).isPresent()).isEqualTo(topic.schema() != null));
    }

    @Test
    void tellsEveryProblemWithItsLine() {
        assertThat(problemsOf("""
                topics:
                  - name: product.submitted
                    purpose: Requests
                    key: product id
                    schema: product.submitted.avsc
                    writer: REST
                    readers: [catalog]
                    partitions: 0
                    retention: 7 days
                    cleanup: shred
                    compatibility: SOMEHOW
                    colour: red
                """))
                .containsExactlyInAnyOrder(
                        "t.yaml:6: topic `product.submitted`: `writer` must be a list with at least one name, such as [catalog]",
                        "t.yaml:8: topic `product.submitted`: `partitions` must be a whole number of at least 1, found `0`",
                        "t.yaml:9: topic `product.submitted`: `retention` must be a positive ISO-8601 duration such as P7D,"
                                + " found `7 days`",
                        "t.yaml:10: topic `product.submitted`: `cleanup` must be one of [DELETE, COMPACT], found `shred`",
                        "t.yaml:11: topic `product.submitted`: `compatibility` must be one of [NONE, BACKWARD,"
                                + " BACKWARD_TRANSITIVE, FORWARD, FORWARD_TRANSITIVE, FULL, FULL_TRANSITIVE], found `SOMEHOW`",
                        "t.yaml:12: topic `product.submitted`: `colour` is not a property of a topic; drop or correct it");
    }

    @Test
    void refusesATopicDeclaredTwice() {
        String topic = """
                  - name: catalog.dlt
                    purpose: Dead letters
                    key: as received
                    writer: [catalog]
                    readers: [ops]
                    partitions: 1
                    retention: P14D
                    cleanup: delete
                """;

        assertThat(problemsOf("topics:\n" + topic + topic))
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("t.yaml:10", "declared twice"));
    }

    @Test
    void refusesWhatIsNotAManifest() {
        assertThat(problemsOf("topics: ["))
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith("t.yaml:").contains("not YAML"));
        assertThat(problemsOf("")).containsExactly("t.yaml: must hold a list of topics under `topics:`");
        assertThat(problemsOf("topics: [{[a]: b}]")).contains("t.yaml:1: a property's name must be a text");
        assertThat(problemsOf("topics: [1]")).containsExactly("t.yaml:1: a topic must be a mapping");
    }

    private static List<String> problemsOf(String yaml) {
        try {
            TopicManifest.read("t.yaml", new StringReader(yaml));
            return List.of();
        } catch (InvalidManifestException e) {
            return e.problems();
        }
    }
}
