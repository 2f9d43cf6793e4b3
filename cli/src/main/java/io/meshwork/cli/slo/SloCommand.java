package io.meshwork.cli.slo;

import picocli.CommandLine.Command;

/** {@code mesh slo}: a group; picocli asks for one of its subcommands. */
@Command(
        name = "slo",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Tells how promises about the service are kept.",
        subcommands = {
            StatusCommand.class,
            SloListCommand.class,
            SloReportCommand.class,
            RulesCommand.class,
            DashboardCommand.class
        })
public final class SloCommand {}
