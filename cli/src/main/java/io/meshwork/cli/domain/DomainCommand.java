package io.meshwork.cli.domain;

import picocli.CommandLine.Command;

/** {@code mesh domain}: a group; picocli asks for one of its subcommands. */
@Command(
        name = "domain",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "The domains of the mesh: products can be published in those that somebody has described.",
        subcommands = {
            DomainListCommand.class,
            DomainShowCommand.class,
            DomainDefineCommand.class,
            DomainWithdrawCommand.class
        })
public final class DomainCommand {}
