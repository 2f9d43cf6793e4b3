package io.meshwork.local.command;

import io.meshwork.local.AlreadyRunningException;
import io.meshwork.local.LocalPlatform;
import io.meshwork.local.PlatformOptions;
import io.meshwork.local.ports.Ports;
import io.meshwork.local.ports.PortsTakenException;
import io.meshwork.local.process.PartFailedException;
import io.meshwork.local.process.StartCache;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        description = "Start the mesh and keep it up until Ctrl-C. Does nothing when it is already running.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private PortBaseOption portBase = new PortBaseOption();

    @Option(names = "--background", description = "Return when the mesh is ready, and leave it running.")
    private boolean background;

    @Option(names = "--processes", description = "Run each service in a process of its own.")
    private boolean processes;

    @Option(
            names = "--without-services",
            description =
                    "Only broker, registry, PostgreSQL and Slack, with topics and schemas: to run services elsewhere.")
    private boolean withoutServices;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Ports ports = portBase.ports(spec.commandLine());
        return background ? new BackgroundUp(home.home(), arguments(), out()).run() : foreground(ports);
    }

    /** The same command again, but in the foreground. */
    private List<String> arguments() {
        List<String> arguments =
                new ArrayList<>(List.of("up", "--home=" + home.home().folder(), "--port-base=" + portBase.base()));
        if (processes) {
            arguments.add("--processes");
        }
        if (withoutServices) {
            arguments.add("--without-services");
        }
        return arguments;
    }

    private int foreground(Ports ports) throws Exception {
        long begin = System.nanoTime();
        home.home().create();
        try {
            LocalPlatform platform = LocalPlatform.start(options(ports));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform), "stop"));
            Addresses.print(out(), platform.state(), Duration.ofNanos(System.nanoTime() - begin));
            new CountDownLatch(1).await();
            return ExitCodes.OK;
        } catch (AlreadyRunningException running) {
            return Addresses.printRunning(out(), home.home());
        } catch (PortsTakenException taken) {
            err().println(taken.getMessage());
            return ExitCodes.PORT_TAKEN;
        } catch (PartFailedException failed) {
            err().println(failed.getMessage());
            return ExitCodes.FAILED;
        }
    }

    private PlatformOptions options(Ports ports) {
        PlatformOptions options = PlatformOptions.in(home.home().folder())
                .withPorts(ports)
                .withProcesses(processes)
                .withListener(new PrintedProgress(out()));
        return withoutServices ? options.withServices(Set.of()) : options;
    }

    private void stop(LocalPlatform platform) {
        out().println("Stopping …");
        out().flush();
        platform.stop();
        StartCache.assembleAfterUs();
        out().println("Stopped. Data is kept in " + home.home().folder());
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
