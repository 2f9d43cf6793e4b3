package io.meshwork.cli;

import static io.meshwork.cli.Mesh.mesh;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate",
                "publish",
                "diff gone.yaml",
                "quality run",
                "policy test",
                "policy define",
                "policy dry-run",
                "import file --domain shop --file-format csv"
            })
    void everyCommandSaysTheSameOfAMissingFile(String command) {
        Mesh run = mesh((command + " gone.yaml").split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat((run.err() + run.out()).lines())
                .contains("Cannot read gone.yaml: there is no such file; check the path.");
    }

    @Test
    void aFolderIsNoMissingFile(@TempDir Path folder) {
        assertThat(Unreadable.file(folder)).contains(folder + ": it is a folder; name a file in it");
    }
}
