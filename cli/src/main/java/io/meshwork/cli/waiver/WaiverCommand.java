package io.meshwork.cli.waiver;

import picocli.CommandLine.Command;

/** {@code mesh waiver}: a group; picocli asks for one of its subcommands. */
@Command(
        name = "waiver",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Excuses products and domains from policies, for a reason and for a time.",
        subcommands = {
            WaiverGrantCommand.class,
            WaiverListCommand.class,
            WaiverShowCommand.class,
            WaiverEndCommand.class
        })
public final class WaiverCommand {}
