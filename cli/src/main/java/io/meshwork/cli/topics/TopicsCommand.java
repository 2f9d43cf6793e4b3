package io.meshwork.cli.topics;

import picocli.CommandLine.Command;

/** {@code mesh topics}: a group; picocli asks for one of its subcommands. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "The topics and schemas of the mesh, on any Kafka broker and Confluent-compatible registry.",
        subcommands = {ApplyCommand.class, CheckCommand.class, ListCommand.class, AsyncApiCommand.class})
public final class TopicsCommand {}
