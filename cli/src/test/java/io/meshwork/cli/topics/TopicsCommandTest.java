package io.meshwork.cli.topics;

import static io.meshwork.cli.Mesh.mesh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.schemas.topics.TopicManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsCommandTest {

    private final String scope = UUID.randomUUID().toString();
    private final String meshName = "m-" + scope;

    @AfterEach
    void dropRegistry() {
        MockSchemaRegistry.dropScope(scope);
    }

    @Test
    void appliesChecksAndAppliesAgainWithoutChange() {
        Mesh missing = topics("check");
        Mesh applied = topics("apply");

        assertThat(missing.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(missing.err()).contains("is missing", "Mend it with: ./mesh topics apply");
        assertThat(applied.exitCode()).as(applied.err()).isEqualTo(ExitCode.OK);
        assertThat(applied.out()).contains(meshName + ".product.submitted.v1: created with 4 partitions", "Applied.");
        await().atMost(TestPlatform.PATIENCE)
                .untilAsserted(() -> assertThat(topics("check").exitCode()).isEqualTo(ExitCode.OK));
        assertThat(topics("apply").out()).contains("Nothing to do.");
    }

    @Test
    void refusesAnIncompatibleRegistryWithReasons() throws Exception {
        MockSchemaRegistry.getClientForScope(scope)
                .register(meshName + ".product.rejected.v1-value", new AvroSchema("""
                        {"type":"record","name":"io.meshwork.events.ProductRejected","fields":[
                          {"name":"colour","type":"string"}]}"""));

        Mesh run = topics("apply");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out()).contains("field `colour` of record `ProductRejected` was removed");
    }

    @Test
    void anUnreachableBrokerHasItsOwnExitCode(@TempDir Path folder) throws IOException {
        Path impatient = folder.resolve("client.properties");
        Files.writeString(impatient, "request.timeout.ms=300\ndefault.api.timeout.ms=500\n");

        Mesh run = mesh(
                "topics",
                "check",
                "--bootstrap-servers",
                "127.0.0.1:1",
                "--registry",
                "mock://" + scope,
                "--command-config",
                impatient.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err()).contains("No broker listens at 127.0.0.1:1; start the local mesh with: ./mesh up");
    }

    @Test
    void aMissingCommandConfigIsAUsageError() {
        Mesh run = mesh("topics", "check", "--command-config", "gone.properties");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--command-config: Cannot read gone.properties: there is no such file");
    }

    @Test
    void aMeshNameThatIsNoPrefixIsAUsageError() {
        Mesh run = mesh("topics", "list", "--mesh-name", "My Mesh");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--mesh-name `My Mesh`");
    }

    @Test
    void topicsAloneAsksForASubcommand() {
        assertThat(mesh("topics").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void listsEveryTopicWithoutABroker() {
        Mesh run = mesh("topics", "list", "--mesh-name", "blue");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines()).hasSize(TopicManifest.read().topics().size() + 1);
        assertThat(run.out())
                .containsPattern("blue\\.product\\.listing\\.v1 +catalog +consumers, notifier .*compacted");
    }

    @Test
    void writesAsyncApiWithoutABroker() {
        Mesh run = mesh("topics", "asyncapi", "--mesh-name", "blue");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("asyncapi: 3.0.0", "address: blue.product.submitted.v1");
    }

    private Mesh topics(String command) {
        return mesh(
                "topics",
                command,
                "--bootstrap-servers",
                TestPlatform.brokers(),
                "--registry",
                "mock://" + scope,
                "--mesh-name",
                meshName);
    }
}
