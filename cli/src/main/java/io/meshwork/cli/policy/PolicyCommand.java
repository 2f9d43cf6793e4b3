package io.meshwork.cli.policy;

import picocli.CommandLine.Command;

/** {@code mesh policy}: a group; picocli asks for one of its subcommands. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "The policies in force, why they say what they say, and whom another one would hit.",
        subcommands = {
            PolicyListCommand.class,
            PolicyShowCommand.class,
            PolicyTestCommand.class,
            DryRunCommand.class,
            PolicyDefineCommand.class,
            PolicyWithdrawCommand.class,
            ExplainCommand.class,
            ReportCommand.class,
            ProgressCommand.class,
            PacksCommand.class
        })
public final class PolicyCommand {}
