package io.meshwork.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.meshwork.quality.engine.duckdb.DuckDbSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Which folder with data people may name. */
class DataOptionTest {

    private static final CommandLine COMMAND = MeshCommand.create();

    @TempDir
    Path folder;

    @Test
    void theOptionBeatsTheEnvironmentAndThereNeedBeNeither() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other one"));
        Map<String, String> environment = Map.of("MESH_DATA", folder.toString());

        assertThat(option(environment, "--data", other.toString()).asked(COMMAND))
                .contains(other.toRealPath());
        assertThat(option(environment).asked(COMMAND)).contains(folder.toRealPath());
        assertThat(option(Map.of()).asked(COMMAND)).isEmpty();
        assertThat(option(Map.of("MESH_DATA", "")).asked(COMMAND)).isEmpty();
    }

    @Test
    void isMeantFromWherePeopleStand() throws IOException {
        assertThat(option(Map.of(), "--data", "src/../src/test").asked(COMMAND))
                .contains(Path.of("src", "test").toRealPath());
        assertThat(option(Map.of(), "--data", ".").asked(COMMAND))
                .contains(Path.of("").toRealPath());
    }

    @Test
    void mustBeAFolderThatIsThere() throws IOException {
        Path file = Files.writeString(folder.resolve("orders.json"), "[]");

        assertRefused(folder.resolve("nowhere").toString(), "is not there");
        assertRefused(file.toString(), "is a file");
        assertRefused("", "has no name");
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> option(Map.of("MESH_DATA", "nowhere")).asked(COMMAND))
                .withMessageContaining("MESH_DATA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*", "a?", "a[", "a]", "a{", "a}", "a\\", "a\n"})
    void hasNoCharacterThatTheQualityServiceWouldRefuse(String name) throws IOException {
        Path special = Files.createDirectory(folder.resolve(name));
        Path link = Files.createSymbolicLink(folder.resolve("link"), special);

        assertThatIllegalArgumentException().isThrownBy(() -> DuckDbSettings.under(special));
        assertRefused(special.toString(), "rename it");
        assertRefused(link.toString(), "rename it");
    }

    private static void assertRefused(String named, String why) {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> option(Map.of(), "--data", named).asked(COMMAND))
                .withMessageContaining(why)
                .withMessageMatching("\\P{Cntrl}+");
    }

    private static DataOption option(Map<String, String> environment, String... arguments) {
        var option = new DataOption(environment);
        new CommandLine(option).parseArgs(arguments);
        return option;
    }
}
