package io.meshwork.cli.dlt;

import io.meshwork.deadletters.Position;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which letters a command is to act on: one of the two. */
final class Which {

    @Option(
            names = "--offset",
            required = true,
            converter = PositionConverter.class,
            paramLabel = "PARTITION:OFFSET",
            description = "One letter, as `mesh dlt list` shows it; may be given more than once.")
    Set<Position> positions = new LinkedHashSet<>();

    @Option(
            names = "--all",
            required = true,
            description =
                    "Every letter in the service's dead-letter topic that the filters let through and nobody discarded or gave back.")
    boolean all;
}
