package io.meshwork.cli.incident;

import io.meshwork.cli.connection.LocalDefaults;
import picocli.CommandLine.Command;

/** {@code mesh incident ack}. */
@Command(
        name = "ack",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Takes care of an incident: nobody is reminded of it until it gets worse or is over.")
final class IncidentAckCommand extends HandlingCommand {

    @Override
    String action() {
        return "acknowledge";
    }

    @Override
    String done() {
        return "is yours";
    }
}
