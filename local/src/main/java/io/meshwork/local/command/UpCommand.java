package io.meshwork.local.command;

import io.meshwork.local.AlreadyRunningException;
import io.meshwork.local.LocalPlatform;
import io.meshwork.local.PlatformOptions;
import io.meshwork.local.ports.Ports;
import io.meshwork.local.ports.PortsTakenException;
import io.meshwork.local.process.PartFailedException;
import io.meshwork.local.process.StartCache;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        description =
                "Start the mesh and keep it up until Ctrl-C. Does nothing when it is already running; when it runs "
                        + "with other ports, data or processes than asked for, says so and fails.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private PortBaseOption portBase = new PortBaseOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--background", description = "Return when the mesh is ready, and leave it running.")
    private boolean background;

    @Option(names = "--processes", description = "Run each service in a process of its own.")
    private boolean processes;

    @Option(
            names = "--without-services",
            description =
                    "Only broker, registry, PostgreSQL and Slack, with topics and schemas: to run services elsewhere.")
    private boolean withoutServices;

    @Option(names = "--launched", hidden = true, description = "When 'up --background' began, which tells the rest.")
    private @Nullable Instant launched;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Begun begun = launched == null ? Begun.withThisProcess() : Begun.at(launched);
        Ports ports = portBase.ports(spec.commandLine());
        Asked asked = asked();
        return background ? background(asked, begun) : foreground(ports, asked, begun);
    }

    private Asked asked() {
        if (withoutServices && data.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(), "--data is for the quality service, which --without-services leaves out");
        }
        return new Asked(
                portBase.asked(spec.commandLine()),
                withoutServices ? Optional.empty() : data.asked(spec.commandLine()),
                processes,
                withoutServices);
    }

    private int background(Asked asked, Begun begun) throws IOException, InterruptedException {
        return home.home().running().isPresent()
                ? alreadyRunning(asked)
                : new BackgroundUp(home.home(), arguments(asked, begun), out(), begun).run();
    }

    /** The same command again, but in the foreground. */
    private List<String> arguments(Asked asked, Begun begun) {
        List<String> arguments =
                new ArrayList<>(List.of("up", "--home=" + home.home().folder(), "--launched=" + begun.at()));
        asked.portBase().ifPresent(base -> arguments.add("--port-base=" + base));
        asked.data().ifPresent(folder -> arguments.add("--data=" + folder));
        if (processes) {
            arguments.add("--processes");
        }
        if (withoutServices) {
            arguments.add("--without-services");
        }
        return arguments;
    }

    private int foreground(Ports ports, Asked asked, Begun begun) throws Exception {
        home.home().create();
        try {
            LocalPlatform platform = LocalPlatform.start(options(ports, asked, begun));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform), "stop"));
            if (launched == null) {
                Addresses.print(out(), platform.state(), begun);
            }
            new CountDownLatch(1).await();
            return ExitCodes.OK;
        } catch (AlreadyRunningException running) {
            return alreadyRunning(asked);
        } catch (PortsTakenException taken) {
            err().println(taken.getMessage());
            return ExitCodes.PORT_TAKEN;
        } catch (PartFailedException failed) {
            err().println(failed.getMessage());
            return ExitCodes.FAILED;
        }
    }

    private int alreadyRunning(Asked asked) {
        int exitCode = Addresses.printRunning(out(), home.home());
        List<String> notApplied = home.home()
                .running()
                .map(running -> asked.notApplied(home.home(), running))
                .orElse(List.of());
        notApplied.forEach(err()::println);
        return notApplied.isEmpty() ? exitCode : ExitCodes.FAILED;
    }

    private PlatformOptions options(Ports ports, Asked asked, Begun begun) {
        PlatformOptions options = PlatformOptions.in(home.home().folder())
                .withPorts(ports)
                .withProcesses(processes)
                .withListener(new PrintedProgress(out(), begun));
        return withoutServices
                ? options.withServices(Set.of())
                : dataFolder(asked).map(options::withQualityRoot).orElse(options);
    }

    /** The one asked for, or else the one of the start before. */
    private Optional<Path> dataFolder(Asked asked) {
        Optional<Path> folder = home.home().dataFolder().choose(asked.data());
        folder.filter(gone -> !Files.isDirectory(gone))
                .ifPresent(gone -> err().println("The data folder of the start before is gone: " + gone
                        + "; data is read from the examples. Name another with --data."));
        return folder.filter(Files::isDirectory);
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
