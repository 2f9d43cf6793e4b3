package io.meshwork.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PartState;
import io.meshwork.local.state.PartState.Running;
import io.meshwork.local.state.PlatformState;
import io.meshwork.local.state.PlatformState.Phase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Which mesh is meant when several may run; SupervisorIT finds one that really does. */
class RunningMeshOptionTest {

    private static final String USUAL = "mesh.home";
    private static final CommandLine COMMAND = MeshCommand.create();

    @TempDir
    Path usual;

    @BeforeEach
    void letOneRunInTheUsualFolder() {
        System.setProperty(USUAL, usual.toString());
        var broker = new PartState("broker", 7092, "Kafka", null, null, null);
        MeshHome home = new MeshHome(usual);
        home.create();
        home.stateFile().write(new PlatformState(Running.current(), Phase.READY, List.of(broker), null));
    }

    @AfterEach
    void forget() {
        System.clearProperty(USUAL);
    }

    @Test
    void theUsualOneUnlessAnotherIsNamed() {
        assertThat(option(Map.of()).find(COMMAND)).contains(new MeshHome(usual));
        assertThat(option(Map.of("MESH_PORT_BASE", "7080")).find(COMMAND)).contains(new MeshHome(usual));
        assertThat(option(Map.of("MESH_PORT_BASE", "7080"), "--home", "/else").find(COMMAND))
                .contains(new MeshHome(Path.of("/else")));
        assertThat(option(Map.of("MESH_PORT_BASE", "0")).find(COMMAND)).contains(new MeshHome(usual));
    }

    @Test
    void neverTheUsualOneWhenItListensElsewhere() {
        var option = option(Map.of("MESH_PORT_BASE", "1234"));

        assertThat(option.find(COMMAND)).isEmpty();
        assertThat(option.notThere(COMMAND)).contains("1234", "--home", "--port-base");
        assertThat(option(Map.of(), "--port-base", "1234").find(COMMAND)).isEmpty();
    }

    @Test
    void theUsualOneWhenNothingRunsThere() {
        new MeshHome(usual).stateFile().delete();

        assertThat(option(Map.of("MESH_PORT_BASE", "1234")).find(COMMAND)).contains(new MeshHome(usual));
    }

    @Test
    void theFolderThatTheEnvironmentNamesBeatsItsPort() {
        assertThat(option(Map.of("MESH_PORT_BASE", "1234", "MESH_HOME", usual.toString()))
                        .find(COMMAND))
                .contains(new MeshHome(usual));
    }

    @Test
    void whatIsNoPortIsToldApartFromAPortWithoutAMesh() {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> option(Map.of("MESH_PORT_BASE", "foo")).find(COMMAND))
                .withMessageStartingWith("MESH_PORT_BASE: port base foo is not usable")
                .withMessageContaining("from 1024 to 65183");
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> option(Map.of(), "--port-base", "70000").find(COMMAND))
                .withMessageStartingWith("port base 70000 is not usable");
        assertThat(option(Map.of("MESH_PORT_BASE", "foo"), "--home", usual.toString())
                        .find(COMMAND))
                .contains(new MeshHome(usual));
    }

    private static RunningMeshOption option(Map<String, String> environment, String... arguments) {
        var option = new RunningMeshOption(environment);
        new CommandLine(option).parseArgs(arguments);
        return option;
    }
}
