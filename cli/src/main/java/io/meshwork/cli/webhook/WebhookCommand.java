package io.meshwork.cli.webhook;

import picocli.CommandLine.Command;

/** {@code mesh webhook}: a group; picocli asks for one of its subcommands. */
@Command(
        name = "webhook",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Endpoints of teams to which product updates are sent, signed by Standard Webhooks.",
        subcommands = {
            WebhookCreateCommand.class,
            WebhookListCommand.class,
            WebhookShowCommand.class,
            WebhookRotateCommand.class,
            WebhookEnableCommand.class,
            WebhookDisableCommand.class,
            WebhookReplayCommand.class,
            WebhookDeleteCommand.class
        })
public final class WebhookCommand {}
