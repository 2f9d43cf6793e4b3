package io.meshwork.cli.incident;

import io.meshwork.cli.connection.LocalDefaults;
import picocli.CommandLine.Command;

/** {@code mesh incident resolve}. */
@Command(
        name = "resolve",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Says that an incident is over. Most end by themselves; with another alert soon it opens again.")
final class IncidentResolveCommand extends HandlingCommand {

    @Override
    String action() {
        return "resolve";
    }

    @Override
    String done() {
        return "is over";
    }
}
