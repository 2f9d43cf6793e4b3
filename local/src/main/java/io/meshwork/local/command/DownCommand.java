package io.meshwork.local.command;

import io.meshwork.local.Leftovers;
import io.meshwork.local.state.HomeLock;
import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.Processes;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "down",
        description = "Stop the mesh, wherever it was started. Does nothing when it is not running.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private static final Duration GRACE = Duration.ofSeconds(60);

    @Mixin
    private RunningMeshOption mesh = new RunningMeshOption();

    @Option(names = "--wipe", description = "Also delete its data, logs and passwords.")
    private boolean wipe;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        MeshHome home = mesh.find(spec.commandLine()).orElse(null);
        if (home == null) {
            out.println(mesh.notThere(spec.commandLine()));
            return ExitCodes.FAILED;
        }
        out.println("The mesh in " + home.folder() + (stop(home) ? " is stopped." : " was not running."));
        return tidyUp(home, out);
    }

    private static boolean stop(MeshHome home) {
        Optional<ProcessHandle> supervisor = home.running().flatMap(state -> state.findSupervisor());
        supervisor.ifPresent(process -> {
            var killed = Processes.end(process, GRACE);
        });
        return supervisor.isPresent();
    }

    private int tidyUp(MeshHome home, PrintWriter out) {
        try (HomeLock lock = HomeLock.take(home).orElse(null)) {
            if (lock == null) {
                out.println("Another command has started it again meanwhile.");
                return ExitCodes.FAILED;
            }
            Leftovers.end(home);
            if (wipe) {
                home.wipe();
                out.println("Its state in " + home.folder() + " is deleted.");
            }
            return ExitCodes.OK;
        }
    }
}
