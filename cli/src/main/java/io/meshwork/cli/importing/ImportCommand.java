package io.meshwork.cli.importing;

import picocli.CommandLine.Command;

/** {@code mesh import}: a group; picocli asks for one of its subcommands. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Writes a contract of what exists already: its names, types, keys and rules, never its values.",
            "What people must add is listed on standard error."
        },
        subcommands = {TopicCommand.class, FileCommand.class, TableCommand.class})
public final class ImportCommand {}
