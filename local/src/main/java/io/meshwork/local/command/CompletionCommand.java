package io.meshwork.local.command;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mesh completion}: a script for bash and zsh that completes commands and options. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Print a script that completes commands and options in bash and zsh.",
            "For this shell: source <(./mesh completion)"
        })
final class CompletionCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var mesh = spec.root().commandLine();
        mesh.getOut().print(AutoComplete.bash(mesh.getCommandName(), mesh));
        mesh.getOut().flush();
    }
}
