package io.meshwork.cli.subscription;

import picocli.CommandLine.Command;

/** {@code mesh subscription}: a group; picocli asks for one of its subcommands. */
@Command(
        name = "subscription",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Says which news a team wants to hear, and how.",
        subcommands = {
            CreateCommand.class,
            ListCommand.class,
            ShowCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            EndCommand.class,
            TestCommand.class,
            FollowersCommand.class
        })
public final class SubscriptionCommand {}
