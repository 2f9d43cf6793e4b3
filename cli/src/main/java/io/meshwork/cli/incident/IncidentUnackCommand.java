package io.meshwork.cli.incident;

import io.meshwork.cli.connection.LocalDefaults;
import picocli.CommandLine.Command;

/** {@code mesh incident unack}. */
@Command(
        name = "unack",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Gives an incident back: those who follow it are reminded of it again.")
final class IncidentUnackCommand extends HandlingCommand {

    @Override
    String action() {
        return "unacknowledge";
    }

    @Override
    String done() {
        return "is open again";
    }
}
