package io.meshwork.local.command;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Which mesh is meant when several may run; SupervisorIT finds one that really does. */
class RunningMeshOptionTest {

    private static final String USUAL = "mesh.home";

    @TempDir
    Path usual;

    @BeforeEach
    void letOneRunInTheUsualFolder() {
        System.setProperty(USUAL, usual.toString());
        var broker = new PartState("broker", 7092, "Kafka", null, null, null);
        MeshHome home = new MeshHome(usual);
        home.create();
        home.stateFile().write(new PlatformState(Running.current(), Phase.READY, List.of(broker)));
    }

    @AfterEach
    void forget() {
        System.clearProperty(USUAL);
    }

    @Test
    void theUsualOneUnlessAnotherIsNamed() {
        assertThat(option(Map.of()).find()).contains(new MeshHome(usual));
        assertThat(option(Map.of("MESH_PORT_BASE", "7080")).find()).contains(new MeshHome(usual));
        assertThat(option(Map.of("MESH_PORT_BASE", "7080"), "--home", "/else").find())
                .contains(new MeshHome(Path.of("/else")));
        assertThat(option(Map.of("MESH_PORT_BASE", "0")).find()).contains(new MeshHome(usual));
    }

    @Test
    void neverTheUsualOneWhenItListensElsewhere() {
        var option = option(Map.of("MESH_PORT_BASE", "1234"));

        assertThat(option.find()).isEmpty();
        assertThat(option.notThere()).contains("1234", "--home", "--port-base");
        assertThat(option(Map.of(), "--port-base", "1234").find()).isEmpty();
    }

    @Test
    void theUsualOneWhenNothingRunsThere() {
        new MeshHome(usual).stateFile().delete();

        assertThat(option(Map.of("MESH_PORT_BASE", "1234")).find()).contains(new MeshHome(usual));
    }

    @Test
    void theFolderThatTheEnvironmentNamesBeatsItsPort() {
        assertThat(option(Map.of("MESH_PORT_BASE", "1234", "MESH_HOME", usual.toString()))
                        .find())
                .contains(new MeshHome(usual));
    }

    private static RunningMeshOption option(Map<String, String> environment, String... arguments) {
        var option = new RunningMeshOption(environment);
        new CommandLine(option).parseArgs(arguments);
        return option;
    }
}
