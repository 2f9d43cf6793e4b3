package io.meshwork.local.command;

import io.meshwork.cli.MeshCommands;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of everything {@code mesh} can do. */
@Command(
        name = "mesh",
        description = "A self-serve data mesh on this machine.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done; status: every part is up",
            "  1  failed or refused, with the reason on standard error",
            "  2  wrong usage",
            "  3  status: the mesh or a part of it is down",
            "  4  publish: accepted, but not decided while we waited",
            "  5  something needed is not to be had: a port, a JDK of version 25 or later, the broker, the registry, the catalog",
            "",
            "'mesh test' runs every test; further arguments go to Maven.",
            "State is kept in .mesh in the repository, or in MESH_HOME."
        })
public final class MeshCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Every command, in the order in which help shows them. */
    private static List<Object> commands() {
        List<Object> commands = new ArrayList<>(
                List.of(new DemoCommand(), new UpCommand(), new DownCommand(), new StatusCommand(), new LogsCommand()));
        commands.addAll(MeshCommands.all());
        commands.add(new CompletionCommand());
        return commands;
    }

    public static CommandLine create() {
        CommandLine root = new CommandLine(new MeshCommand());
        commands().forEach(root::addSubcommand);
        giveVersion(root);
        return root.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(new WrongUsage());
    }

    /** Every command knows {@code --version}, and each is as old as the whole. */
    private static void giveVersion(CommandLine command) {
        command.getCommandSpec().versionProvider(new BuildVersion());
        command.getSubcommands().values().forEach(MeshCommand::giveVersion);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which command? mesh demo starts a mesh and shows what it does.");
    }
}
