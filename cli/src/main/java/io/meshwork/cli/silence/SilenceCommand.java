package io.meshwork.cli.silence;

import picocli.CommandLine.Command;

/** {@code mesh silence}: a group; picocli asks for one of its subcommands. */
@Command(
        name = "silence",
        aliases = "silences",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Says when nobody is to be told of certain alerts: known work, windows of maintenance.",
        subcommands = {
            SilenceCreateCommand.class,
            SilenceListCommand.class,
            SilenceShowCommand.class,
            SilenceEndCommand.class
        })
public final class SilenceCommand {}
