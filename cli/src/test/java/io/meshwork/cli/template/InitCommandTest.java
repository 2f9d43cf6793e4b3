package io.meshwork.cli.template;

import static io.meshwork.cli.Mesh.mesh;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InitCommandTest {

    @TempDir
    private Path folder;

    @Test
    void writesAContractThatIsValid() throws IOException {
        Path file = folder.resolve("clicks.yaml");

        Mesh run = mesh(
                "init",
                "-t",
                "customer-events",
                "-f",
                file.toString(),
                "-p",
                "name=clicks",
                "-p",
                "event_types=opened,closed",
                "-p",
                "source_systems=shop");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("mesh validate " + file);
        assertThat(new ContractReader().read(Files.readString(file))).isInstanceOf(ReadResult.Accepted.class);
    }

    @Test
    void tellsAScriptEverythingThatIsMissing() {
        Mesh run = mesh("init", "-t", "customer-segments", "-p", "update_frequency=yearly");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("name is missing", "segmentation_logic is missing", "update_frequency", "none of hourly");
    }

    @Test
    void asksAPersonForWhatIsMissingAndOffersDefaults() {
        List<String> questions = new ArrayList<>();
        var command = new CommandLine(new InitCommand(question -> {
            questions.add(question);
            return question.startsWith("domain") ? "web" : question.startsWith("purpose") ? "To see" : "";
        }));
        var out = new StringWriter();

        int exitCode = command.setOut(new PrintWriter(out, true)).execute("-p", "name=clicks", "-f", "-");

        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(questions)
                .contains("owner: Team that answers for it [web-team]: ")
                .noneMatch(question -> question.startsWith("name"));
        assertThat(out.toString()).contains("id: web.clicks", "name: web-team");
    }

    @Test
    void neverWritesOverAFileUnasked() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "mine");
        String[] arguments = {"init", "-f", file.toString(), "-p", "name=a", "-p", "domain=b", "-p", "purpose=c"};

        assertThat(mesh(arguments).exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(file).hasContent("mine");
        arguments = List.of(
                        "init", "--force", "-f", file.toString(), "-p", "name=a", "-p", "domain=b", "-p", "purpose=c")
                .toArray(String[]::new);
        assertThat(mesh(arguments).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(file)).startsWith("apiVersion: v3.1.0");
    }

    @Test
    void takesATemplateFromAFileAndSaysWhatIsWrongWithIt() throws IOException {
        Path broken = Files.writeString(folder.resolve("t.yaml"), "kind: ContractTemplate\nname: x\n");

        Mesh run = mesh("init", "-t", broken.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("`version` is missing", "`contract` is missing");
    }

    @Test
    void namesTheTemplatesThereAre() {
        assertThat(mesh("init", "-t", "customer-events@9.0.0").err()).contains("comes with Meshwork in version 1.0.0");
        assertThat(mesh("init", "-t", "Not A Template").err()).contains("mesh template list");
        assertThat(mesh("init", "--list").out()).contains("order-analytics 1.0.0:", "segmentation_logic");
    }
}
