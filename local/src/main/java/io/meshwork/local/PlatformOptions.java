package io.meshwork.local;

import io.meshwork.local.ports.Ports;
import io.meshwork.local.process.Programs;
import io.meshwork.local.state.MeshHome;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * How to run a platform.
 *
 * @param home where it keeps its state
 * @param programs what was built, usually in {@code local/target/dist}
 * @param qualityRoot the only folder whose data files the quality service may read
 * @param processes one process per service, so that one can be killed; otherwise all share our JVM
 * @param services which services to start; others can be started later
 * @param settings further Spring properties for every service
 */
public record PlatformOptions(
        MeshHome home,
        Programs programs,
        Path qualityRoot,
        Ports ports,
        boolean processes,
        Set<MeshService> services,
        Map<String, String> settings,
        PlatformListener listener) {

    public static final String MESH_NAME = "mesh";

    public PlatformOptions {
        qualityRoot = qualityRoot.toAbsolutePath();
        services = Set.copyOf(services);
        settings = Map.copyOf(settings);
    }

    /** The default ports, all services of this build in our JVM, silently. */
    public static PlatformOptions in(Path home) {
        Programs programs = new Programs(Distribution.find());
        return new PlatformOptions(
                new MeshHome(home),
                programs,
                Distribution.examples(programs.folder()),
                Ports.fromBase(Ports.DEFAULT_BASE),
                false,
                MeshServices.IN_THIS_BUILD.keySet(),
                Map.of(),
                PlatformListener.SILENT);
    }

    public PlatformOptions withQualityRoot(Path root) {
        return new PlatformOptions(home, programs, root, ports, processes, services, settings, listener);
    }

    public PlatformOptions withPorts(Ports chosen) {
        return new PlatformOptions(home, programs, qualityRoot, chosen, processes, services, settings, listener);
    }

    public PlatformOptions withProcesses(boolean apart) {
        return new PlatformOptions(home, programs, qualityRoot, ports, apart, services, settings, listener);
    }

    public PlatformOptions withServices(Set<MeshService> started) {
        return new PlatformOptions(home, programs, qualityRoot, ports, processes, started, settings, listener);
    }

    public PlatformOptions withSettings(Map<String, String> properties) {
        return new PlatformOptions(home, programs, qualityRoot, ports, processes, services, properties, listener);
    }

    public PlatformOptions withListener(PlatformListener follower) {
        return new PlatformOptions(home, programs, qualityRoot, ports, processes, services, settings, follower);
    }
}
