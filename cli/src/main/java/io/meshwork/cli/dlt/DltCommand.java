package io.meshwork.cli.dlt;

import picocli.CommandLine.Command;

/** {@code mesh dlt}: a group; picocli asks for one of its subcommands. */
@Command(
        name = "dlt",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "The records that services gave up: why, and giving them back once the cause is mended, or discarding them.",
        subcommands = {ListCommand.class, ShowCommand.class, ReplayCommand.class, DiscardCommand.class})
public final class DltCommand {}
