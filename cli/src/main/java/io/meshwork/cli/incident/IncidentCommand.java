package io.meshwork.cli.incident;

import picocli.CommandLine.Command;

/** {@code mesh incident}: a group; picocli asks for one of its subcommands. */
@Command(
        name = "incident",
        aliases = "incidents",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows what is wrong in the mesh, and says who takes care of it.",
        subcommands = {
            IncidentListCommand.class,
            IncidentShowCommand.class,
            IncidentAckCommand.class,
            IncidentUnackCommand.class,
            IncidentResolveCommand.class
        })
public final class IncidentCommand {}
