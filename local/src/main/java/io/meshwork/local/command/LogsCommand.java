package io.meshwork.local.command;

import io.meshwork.local.MeshService;
import io.meshwork.local.slack.SlackStandIn;
import io.meshwork.local.state.MeshHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "logs",
        description = "Show the end of the logs, of all parts or of one.",
        mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    /** Parts that may live in the process of the mesh. */
    private static final Set<String> SHARING = Stream.concat(
                    Arrays.stream(MeshService.values()).map(MeshService::label), Stream.of(SlackStandIn.NAME))
            .collect(Collectors.toUnmodifiableSet());

    @Mixin
    private RunningMeshOption mesh = new RunningMeshOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "<part>",
            description =
                    "As in 'mesh status', or build. Services that share the process of the mesh log to mesh, too.")
    private @Nullable String part;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what is added, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "20",
            description = "Lines per part; default ${DEFAULT-VALUE}.")
    private int lines = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine command = spec.commandLine();
        List<LogSource> logs =
                chosen(mesh.find(command).orElseThrow(() -> new ParameterException(command, mesh.notThere(command))));
        PrintWriter out = spec.commandLine().getOut();
        for (LogSource log : logs) {
            if (logs.size() > 1) {
                out.println(log.heading());
            }
            log.last(lines).forEach(out::println);
        }
        out.flush();
        if (follow) {
            new LogFollower(logs, out).follow();
        }
        return ExitCodes.OK;
    }

    private List<LogSource> chosen(MeshHome mesh) throws IOException {
        List<Path> all = logs(mesh.logs());
        List<LogSource> chosen = part == null ? all.stream().map(LogSource::of).toList() : of(part, mesh, all);
        if (part != null && chosen.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no log of '" + part + "'; there are: " + String.join(", ", names(mesh, all)));
        }
        return chosen;
    }

    /** A service has a log of its own, lines in that of the mesh, or both when it was run the one way and then the other. */
    private static List<LogSource> of(String part, MeshHome mesh, List<Path> all) throws IOException {
        List<LogSource> logs = new ArrayList<>();
        if (all.contains(mesh.log(part))) {
            logs.add(LogSource.of(mesh.log(part)));
        }
        LogSource shared = new LogSource(mesh.log(Health.SUPERVISOR), part);
        if (SHARING.contains(part)
                && all.contains(shared.file())
                && (logs.isEmpty() || !shared.last(1).isEmpty())) {
            logs.add(shared);
        }
        return logs;
    }

    private static List<Path> logs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> names(MeshHome mesh, List<Path> logs) {
        Set<String> names = new TreeSet<>(logs.contains(mesh.log(Health.SUPERVISOR)) ? SHARING : Set.of());
        logs.forEach(log -> names.add(log.getFileName().toString().replace(".log", "")));
        return names;
    }
}
