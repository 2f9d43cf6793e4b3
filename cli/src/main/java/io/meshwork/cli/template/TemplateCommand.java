package io.meshwork.cli.template;

import picocli.CommandLine.Command;

/** {@code mesh template}: a group; picocli asks for one of its subcommands. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Templates that contracts are made from with mesh init: those of Meshwork and those that teams registered.",
            "Register one from a file: mesh publish template.yaml."
        },
        subcommands = {TemplateListCommand.class, TemplateShowCommand.class, TemplateWithdrawCommand.class})
public final class TemplateCommand {}
