package io.meshwork.local.command;

import io.meshwork.local.AlreadyRunningException;
import io.meshwork.local.LocalPlatform;
import io.meshwork.local.MeshService;
import io.meshwork.local.PlatformOptions;
import io.meshwork.local.demo.Demo;
import io.meshwork.local.demo.Teller;
import io.meshwork.local.ports.Ports;
import io.meshwork.local.ports.PortsTakenException;
import io.meshwork.local.process.PartFailedException;
import io.meshwork.local.process.StartCache;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Start the mesh, publish the example products, and show what becomes of them.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0: every example was judged and scored", "1: a part did not start, or a product got no verdict"
        })
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private PortBaseOption portBase = new PortBaseOption();

    @Option(names = "--processes", description = "Run each service in a process of its own.")
    private boolean processes;

    @Option(names = "--exit", description = "Stop the mesh and return when the story is told.")
    private boolean exit;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Begun begun = Begun.withThisProcess();
        Ports ports = portBase.ports(spec.commandLine());
        home.home().create();
        PlatformOptions options = PlatformOptions.in(home.home().folder())
                .withPorts(ports)
                .withProcesses(processes)
                .withListener(new PrintedProgress(out(), begun));
        try (LocalPlatform platform = LocalPlatform.start(options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform), "stop"));
            Addresses.print(out(), platform.state(), begun);
            Demo demo = new Demo(mesh(platform), teller(), Clock.systemUTC());
            boolean told = demo.play(options.qualityRoot());
            if (!exit) {
                demo.whereToLook();
                out().println();
                out().println("The mesh stays up until Ctrl-C.");
                out().flush();
                new CountDownLatch(1).await();
            }
            return told ? ExitCodes.OK : ExitCodes.FAILED;
        } catch (AlreadyRunningException running) {
            Addresses.printRunning(out(), home.home());
            err().println(
                            "The demo starts a mesh of its own: `./mesh down` first, or give it another --home and --port-base.");
            return ExitCodes.FAILED;
        } catch (PortsTakenException taken) {
            err().println(taken.getMessage());
            return ExitCodes.PORT_TAKEN;
        } catch (PartFailedException failed) {
            err().println(failed.getMessage());
            return ExitCodes.FAILED;
        }
    }

    private static void stop(LocalPlatform platform) {
        platform.stop();
        StartCache.assembleAfterUs();
    }

    private static Demo.Mesh mesh(LocalPlatform platform) {
        return new Demo.Mesh(
                PlatformOptions.MESH_NAME,
                platform.bootstrapServers(),
                platform.registryUrl(),
                platform.serviceUrl(MeshService.CATALOG),
                platform.serviceUrl(MeshService.POLICY),
                platform.serviceUrl(MeshService.QUALITY),
                platform.serviceUrl(MeshService.NOTIFIER),
                platform.slackUrl());
    }

    private Teller teller() {
        return new Teller(out(), System.console() != null && System.getenv("NO_COLOR") == null);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
