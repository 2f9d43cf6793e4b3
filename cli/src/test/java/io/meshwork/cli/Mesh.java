package io.meshwork.cli;

import io.meshwork.cli.connection.LocalDefaults;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code mesh} as its host mounts it, with what it printed and its exit code. */
public record Mesh(int exitCode, String out, String err) {

    @Command(name = "mesh")
    private static final class Root {}

    public static Mesh mesh(String... arguments) {
        return run(command(), arguments);
    }

    /** As if the process had these variables for addresses. */
    public static Mesh mesh(Map<String, String> environment, String... arguments) {
        return run(command().setDefaultValueProvider(new LocalDefaults(environment)), arguments);
    }

    private static CommandLine command() {
        var command = new CommandLine(new Root());
        MeshCommands.all().forEach(command::addSubcommand);
        return command;
    }

    private static Mesh run(CommandLine command, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = command.execute(arguments);
        return new Mesh(exitCode, out.toString(), err.toString());
    }
}
