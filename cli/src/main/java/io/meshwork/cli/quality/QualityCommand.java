package io.meshwork.cli.quality;

import picocli.CommandLine.Command;

/** {@code mesh quality}: a group; picocli asks for one of its subcommands. */
@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Checks data against its contract, reports what other tools found out, and tells what moved a score and what the data looks like.",
        subcommands = {
            RunCommand.class,
            ExplainCommand.class,
            TrendCommand.class,
            ProfileCommand.class,
            ReportCommand.class
        })
public final class QualityCommand {}
