package io.meshwork.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code mesh} as its host mounts it, with what it printed and its exit code. */
public record Mesh(int exitCode, String out, String err) {

    @Command(name = "mesh")
    private static final class Root {}

    public static Mesh mesh(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var commandLine = new CommandLine(new Root());
        MeshCommands.all().forEach(commandLine::addSubcommand);
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = commandLine.execute(arguments);
        return new Mesh(exitCode, out.toString(), err.toString());
    }
}
