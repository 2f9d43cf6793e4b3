package io.meshwork.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What people get who do not know the commands yet. */
class MeshCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aSlipIsAnsweredWithWhatWasMeantAndNotWithTheWholeHelp() {
        assertThat(run("serach", "orders")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("'serach'", "mesh search", "mesh --help");
        assertThat(err.toString().lines()).hasSizeLessThan(6);
    }

    @Test
    void noCommandAtAllIsAnsweredWithTheOneToBeginWith() {
        assertThat(run()).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("mesh demo", "mesh --help");
    }

    @Test
    void portsThatDoNotExistAreWrongUsage() {
        assertThat(run("up", "--port-base", "99999")).isEqualTo(ExitCodes.USAGE);
        assertThat(run("demo", "--port-base", "99999")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("99999", "1024", "mesh up --help");
    }

    @Test
    void aStateFolderThatCannotBeThereIsToldInASentence(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(run("up", "--port-base", "0", "--home", file.toString())).isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString())
                .startsWith("the state folder " + file + " cannot be created (")
                .doesNotContain("java.", "\tat ");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whereNoFolderCanBeMadeTheReasonIsMoreThanItsName() {
        assertThat(run("up", "--port-base", "0", "--home", "/proc/nope")).isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString())
                .startsWith(
                        "the state folder /proc/nope cannot be created (/proc/nope: nobody can create a folder there)");
    }

    @Test
    void helpTellsTheUsualPortsAndWhatElseSaysWhatIsMeant() {
        assertThat(run("up", "--help")).isZero();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains(
                        "Default 7080, or MESH_PORT_BASE.",
                        "MESH_DATA, else the folder of the start before, else examples in the repository.")
                .doesNotContain("--launched");
    }

    @Test
    void dataThatNobodyWouldReadIsWrongUsage(@TempDir Path folder) {
        assertThat(run("up", "--home", folder.toString(), "--data", "nowhere")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("`nowhere`", "is not there", "mesh up --help");
        assertThat(run("up", "--home", folder.toString(), "--without-services", "--data", folder.toString()))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("--without-services leaves out");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void everyCommandTellsItsVersion() {
        assertThat(Stream.of("up", "publish", "search"))
                .allSatisfy(command -> assertThat(run(command, "--version")).isZero());
        assertThat(out.toString().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).isNotBlank());
    }

    @Test
    void shellsAreGivenAScriptThatKnowsEveryCommand() {
        assertThat(run("completion")).isZero();
        assertThat(out.toString()).contains("complete -F", "_picocli_mesh_domain_define", "--port-base");
    }

    private int run(String... arguments) {
        return MeshCommand.create()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
