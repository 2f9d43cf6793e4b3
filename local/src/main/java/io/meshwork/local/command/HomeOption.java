package io.meshwork.local.command;

import io.meshwork.local.state.MeshHome;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which mesh is meant. */
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "<folder>",
            defaultValue = "${sys:mesh.home:-.mesh}",
            description = "State folder of the mesh; MESH_HOME, or .mesh in the repository.")
    private Path folder = Path.of(".mesh");

    MeshHome home() {
        return new MeshHome(folder);
    }
}
