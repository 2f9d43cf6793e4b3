package io.meshwork.cli.policy;

import picocli.CommandLine.Command;

/** {@code mesh policy}: a group; picocli asks for one of its subcommands. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "The policies in force, and whom another one would hit.",
        subcommands = {PolicyListCommand.class, PolicyShowCommand.class, DryRunCommand.class})
public final class PolicyCommand {}
