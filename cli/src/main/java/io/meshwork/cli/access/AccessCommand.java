package io.meshwork.cli.access;

import picocli.CommandLine.Command;

/** {@code mesh access}: a group; picocli asks for one of its subcommands. */
@Command(
        name = "access",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Tells who may use which product for what.",
        subcommands = {AccessCheckCommand.class})
public final class AccessCommand {}
