package io.meshwork.e2e;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.domain.DomainReader;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.contract.template.TemplateReader;
import io.meshwork.local.MeshService;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.document.PolicyReading;
import io.meshwork.policy.language.PolicyLanguage;
import io.meshwork.schemas.topics.TopicManifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the README and the manifest say is so. */
class DocumentsTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path GUIDES = Path.of("..", "docs");
    private static final Pattern YAML_BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TOPIC = Pattern.compile("\\$\\{mesh\\.name}\\.([a-z.-]+)\\.v1");

    @Test
    void theContractInTheReadmeIsValid() throws IOException {
        assertThat(new ContractReader().read(example(README))).isInstanceOf(ReadResult.Accepted.class);
    }

    @Test
    void theExamplesOfTheGuidesAreValid() throws IOException {
        assertThat(new DomainReader().read(example(GUIDES.resolve("domains.md"))))
                .isInstanceOf(DomainReader.Result.Accepted.class);
        assertThat(new TemplateReader().read(example(GUIDES.resolve("templates.md"))))
                .isInstanceOf(TemplateReader.Result.Accepted.class);
    }

    @Test
    void theExamplesOfThePolicyGuideAreValidAndTheirTestsPass() throws IOException {
        PolicyReader reader = new PolicyReader(new PolicyLanguage());

        assertThat(examples(GUIDES.resolve("policies.md")))
                .hasSize(2)
                .allSatisfy(
                        example -> assertThat(reader.readTested(example)).isInstanceOf(PolicyReading.Accepted.class));
        assertThat(reader.readTested(example(GUIDES.resolve("access.md")))).isInstanceOf(PolicyReading.Accepted.class);
    }

    private static String example(Path document) throws IOException {
        return examples(document).getFirst();
    }

    private static List<String> examples(Path document) throws IOException {
        return YAML_BLOCK
                .matcher(Files.readString(document))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @Test
    void theReadmeHasEveryTopicOfTheManifest() throws IOException {
        String readme = Files.readString(README);

        assertThat(TopicManifest.read().topics())
                .filteredOn(topic -> topic.schema() != null)
                .allSatisfy(topic -> assertThat(readme).contains("| " + topic.name() + " "));
    }

    @ParameterizedTest
    @EnumSource(MeshService.class)
    void aServiceListensToTheTopicsThatTheManifestSaysItReads(MeshService service) throws IOException {
        Set<String> read = TopicManifest.read().topics().stream()
                .filter(topic -> topic.readBy().contains(service.label()))
                .map(topic -> topic.name())
                .collect(toSet());

        assertThat(destinations(service)).isEqualTo(read);
    }

    private static Set<String> destinations(MeshService service) throws IOException {
        try (InputStream in = DocumentsTest.class.getResourceAsStream("/" + service.label() + "-service.yaml")) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return TOPIC.matcher(yaml).results().map(found -> found.group(1)).collect(toSet());
        }
    }
}
