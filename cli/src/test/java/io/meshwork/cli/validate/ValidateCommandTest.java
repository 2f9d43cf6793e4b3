package io.meshwork.cli.validate;

import static io.meshwork.cli.Mesh.mesh;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValidateCommandTest {

    private static final String VALID = """
            apiVersion: v3.1.0
            kind: DataContract
            id: 53581432-6c55-4ba2-a65f-72344a91553a
            name: orders
            domain: shop
            version: 1.0.0
            status: active
            """;

    @TempDir
    private Path folder;

    @Test
    void acceptsAValidContract() throws IOException {
        Mesh run = mesh("validate", file("orders.yaml", VALID));

        assertThat(run.exitCode()).as(run.out()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("orders.yaml: valid, shop.orders 1.0.0");
    }

    @Test
    void tellsPlaceSeverityCodeAndAdviceOfEachProblem() throws IOException {
        Mesh run = mesh("validate", file("orders.yaml", VALID.replace("version: 1.0.0", "version: newest")));

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out())
                .containsPattern("orders\\.yaml:6:\\d+ error [a-z.-]+ .+\\R  \\S+")
                .contains("invalid, 1 error");
    }

    @Test
    void checksAllFilesAndFailsWhenOneIsInvalid() throws IOException {
        Mesh run = mesh("validate", file("broken.yaml", "kind: ["), file("orders.yaml", VALID));

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out()).contains("broken.yaml: invalid", "orders.yaml: valid");
    }

    @Test
    void writesJsonForPrograms() throws IOException {
        Mesh run = mesh("validate", "--format", "json", file("broken.yaml", "kind: ["), file("orders.yaml", VALID));

        JsonNode json = new JsonMapper().readTree(run.out());
        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(json.at("/0/valid").asBoolean()).isFalse();
        assertThat(json.at("/0/problems/0/line").asInt()).isPositive();
        assertThat(json.at("/0/problems/0/advice").asString()).isNotBlank();
        assertThat(json.at("/1/valid").asBoolean()).isTrue();
    }

    @Test
    void writesAnnotationsForGithub() throws IOException {
        Mesh run = mesh("validate", "--format", "github", file("broken, really.yaml", "kind: ["));

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out().lines())
                .isNotEmpty()
                .allMatch(line ->
                        line.matches("::(error|warning) file=.*broken%2C really\\.yaml,line=\\d+,col=\\d+,title=.+"));
    }

    @Test
    void aFileThatIsNotThereIsAUsageErrorAndTheOthersAreStillChecked() throws IOException {
        Mesh run = mesh("validate", folder.resolve("gone.yaml").toString(), file("orders.yaml", VALID));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("gone.yaml", "no such file");
        assertThat(run.out()).contains("orders.yaml: valid");
    }

    @Test
    void everythingInAFolderThatSaysItIsOursIsChecked() throws IOException {
        file("orders.yaml", VALID);
        file("domain.yaml", """
                apiVersion: meshwork.io/v1
                kind: Domain
                metadata: {name: shop, owner: shop-team}
                spec: {}
                """);
        file("compose.yaml", "services: {}\n");

        Mesh run = mesh("validate", folder.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out())
                .contains("orders.yaml: valid", "domain.yaml: invalid, 1 error", "contract.spec.description.missing")
                .doesNotContain("compose.yaml");
    }

    @Test
    void jsonOnOneLineSaysWhatItIsToo() throws IOException {
        file("domain.json", """
                {"apiVersion":"meshwork.io/v1","kind":"Domain","metadata":{"name":"shop","owner":"t"},"spec":{"description":"x"}}""");

        assertThat(mesh("validate", folder.toString()).out()).contains("domain.json: valid, domain shop");
    }

    @Test
    void aFolderWithoutAnyIsSaidToHaveNone() throws IOException {
        file("compose.yaml", "services: {}\n");

        assertThat(mesh("validate", folder.toString()).err()).contains("There is nothing to check");
    }

    @Test
    void anUnknownFormatIsAUsageError() throws IOException {
        Mesh run = mesh("validate", "--format", "xml", file("orders.yaml", VALID));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("`xml` is none of text, json, github");
    }

    @Test
    void refusesADocumentThatIsTooLarge() throws IOException {
        Mesh run = mesh("validate", file("large.yaml", VALID + "# " + "x".repeat(3 << 20)));

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
