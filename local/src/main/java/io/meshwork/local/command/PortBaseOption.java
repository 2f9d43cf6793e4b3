package io.meshwork.local.command;

import io.meshwork.local.ports.Ports;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** On which ports a mesh is to listen. */
final class PortBaseOption {

    static final String VARIABLE = "MESH_PORT_BASE";

    @Option(
            names = "--port-base",
            paramLabel = "<port>",
            defaultValue = "${env:" + VARIABLE + ":-" + Ports.DEFAULT_BASE + "}",
            description =
                    "Lowest port: catalog there, policy +1, quality +2, notifier +3, Slack +4, registry +5, broker +12, "
                            + "PostgreSQL +352; 0 takes any free ports. " + VARIABLE + ", or ${DEFAULT-VALUE}.")
    private int base = Ports.DEFAULT_BASE;

    int base() {
        return base;
    }

    /** Or picocli's answer to a wrong option. */
    Ports ports(CommandLine command) {
        try {
            return Ports.fromBase(base);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(command, unusable.getMessage(), unusable);
        }
    }
}
