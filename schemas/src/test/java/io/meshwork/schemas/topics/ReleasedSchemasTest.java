package io.meshwork.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.schemas.compatibility.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedSchemasTest {

    private static final Path BASELINE = Path.of("src/main/released");
    private static final TopicManifest MANIFEST = TopicManifest.read();

    /** This is the gate: when it fails, the schemas in src/main/avro break what src/main/released promised. */
    @Test
    void currentSchemasKeepWhatWasReleased() {
        assertThat(ReleasedSchemas.read(BASELINE).check(MANIFEST, TopicSchemas.read(MANIFEST)))
                .isEmpty();
    }

    @Test
    void failsOnABreakingChangeOfARealTopicNamingFieldAndReason(@TempDir Path folder) throws IOException {
        release(folder, "product.published.avsc", "\"name\": \"productId\"", "\"name\": \"formerId\"");

        assertThat(check(folder))
                .anySatisfy(violation -> assertThat(violation.toString())
                        .contains("product.published: field `formerId` of record `ProductPublished` was removed"))
                .anySatisfy(violation -> assertThat(violation.toString())
                        .contains("product.published: field `productId` of record `ProductPublished` was added without"
                                + " a default"));
    }

    @Test
    void readsLaterReleasesFromSubfolders(@TempDir Path folder) throws IOException {
        Files.copy(BASELINE.resolve("product.rejected.avsc"), folder.resolve("product.rejected.avsc"));
        release(
                Files.createDirectory(folder.resolve("0.2.0")),
                "product.rejected.avsc",
                "\"name\": \"productId\"",
                "\"name\": \"id\"");

        assertThat(ReleasedSchemas.read(folder).byFile().get("product.rejected.avsc"))
                .hasSize(2);
        assertThat(check(folder)).isNotEmpty();
    }

    @Test
    void rejectsAReleasedTopicThatVanished(@TempDir Path folder) throws IOException {
        Files.copy(BASELINE.resolve("product.rejected.avsc"), folder.resolve("product.forgotten.avsc"));

        assertThat(check(folder)).extracting(Violation::rule).containsExactly(Violation.Rule.TOPIC_REMOVED);
    }

    private static List<Violation> check(Path baseline) {
        return ReleasedSchemas.read(baseline).check(MANIFEST, TopicSchemas.read(MANIFEST));
    }

    private static void release(Path folder, String file, String is, String was) throws IOException {
        String schema = Files.readString(BASELINE.resolve(file));
        assertThat(schema).contains(is);
        Files.writeString(folder.resolve(file), schema.replace(is, was));
    }
}
