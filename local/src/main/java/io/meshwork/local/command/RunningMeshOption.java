package io.meshwork.local.command;

import io.meshwork.local.ports.Port;
import io.meshwork.local.ports.PortOwner;
import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PlatformState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which of the meshes on this machine is meant: by its folder, or by its ports, as the commands that talk to it find it. */
final class RunningMeshOption {

    /** The first two are processes whose command line tells their folder whoever started them. */
    private static final List<Port> TELLTALE = List.of(Port.BROKER, Port.REGISTRY, Port.CATALOG);

    private final Map<String, String> environment;

    @Option(
            names = "--home",
            paramLabel = "<folder>",
            description = "State folder of the mesh. MESH_HOME, or .mesh in the repository.")
    private @Nullable Path folder;

    @Option(
            names = "--port-base",
            paramLabel = "<port>",
            description = "Instead: the mesh whose lowest port this is, wherever its folder. " + PortBaseOption.VARIABLE
                    + ", unless MESH_HOME is set.")
    private @Nullable String portBase;

    RunningMeshOption() {
        this(System.getenv());
    }

    RunningMeshOption(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Empty when none listens at the port that was named, and the one in the usual folder listens elsewhere; picocli's answer to a
     * wrong option when what was named is no port.
     */
    Optional<MeshHome> find(CommandLine command) {
        if (folder != null) {
            return Optional.of(new MeshHome(folder));
        }
        MeshHome usual = new MeshHome(Path.of(System.getProperty("mesh.home", ".mesh")));
        int base = base(command);
        if (base == 0) {
            return Optional.of(usual);
        }
        return TELLTALE.stream()
                .flatMap(port -> PortOwner.of(port.above(base)).flatMap(PortOwner::home).map(MeshHome::new).stream()
                        .filter(home -> home.running()
                                .filter(state -> isAt(base, state))
                                .isPresent()))
                .findFirst()
                .or(() -> Optional.of(usual)
                        .filter(home ->
                                home.running().map(state -> isAt(base, state)).orElse(true)));
    }

    /** For when there is none. */
    String notThere(CommandLine command) {
        return "No mesh listens at port base " + base(command)
                + ", and the one in the usual folder listens elsewhere; name the one that is meant with --home or --port-base.";
    }

    /** 0 when no port was named. */
    private int base(CommandLine command) {
        Map<String, String> heeded = environment.containsKey("MESH_HOME") ? Map.of() : environment;
        return PortBaseOption.asked(portBase, heeded, command).orElse(0);
    }

    /** Also true of one that has not come as far as its broker. */
    static boolean isAt(int base, PlatformState state) {
        return state.part("broker")
                .map(broker -> broker.port() == Port.BROKER.above(base))
                .orElse(true);
    }
}
