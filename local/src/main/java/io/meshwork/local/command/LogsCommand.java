package io.meshwork.local.command;

import io.meshwork.local.process.LogTail;
import io.meshwork.local.state.MeshHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    @Mixin
    private RunningMeshOption mesh = new RunningMeshOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "<part>",
            description = "As in 'mesh status', or build; services that share the process of the mesh log to mesh.")
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
        List<Path> logs =
                chosen(mesh.find().orElseThrow(() -> new ParameterException(spec.commandLine(), mesh.notThere())));
        PrintWriter out = spec.commandLine().getOut();
        for (Path log : logs) {
            if (logs.size() > 1) {
                out.println("==> " + log.getFileName() + " <==");
            }
            LogTail.lines(log, lines).forEach(out::println);
        }
        out.flush();
        if (follow) {
            new LogFollower(logs, out).follow();
        }
        return ExitCodes.OK;
    }

    private List<Path> chosen(MeshHome mesh) throws IOException {
        List<Path> all = logs(mesh.logs());
        if (part == null) {
            return all;
        }
        Path log = mesh.log(part);
        if (!all.contains(log)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no log of '" + part + "'; there are: " + String.join(", ", names(all)));
        }
        return List.of(log);
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

    private static List<String> names(List<Path> logs) {
        return logs.stream()
                .map(log -> log.getFileName().toString().replace(".log", ""))
                .toList();
    }
}
