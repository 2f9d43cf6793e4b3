package io.meshwork.local.command;

import io.meshwork.local.ports.Ports;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** On which ports a mesh is to listen. */
final class PortBaseOption {

    static final String VARIABLE = "MESH_PORT_BASE";

    private final Map<String, String> environment;

    @Option(
            names = "--port-base",
            paramLabel = "<port>",
            description =
                    "Lowest port: catalog there, policy +1, quality +2, notifier +3, Slack +4, registry +5, broker +12, "
                            + "PostgreSQL +352; 0 takes any free ports. Default " + Ports.DEFAULT_BASE + ", or "
                            + VARIABLE + ".")
    private @Nullable String base;

    PortBaseOption() {
        this(System.getenv());
    }

    PortBaseOption(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Empty when neither the option nor the environment names one; picocli's answer to a wrong option when it is no port. */
    OptionalInt asked(CommandLine command) {
        return asked(base, environment, command);
    }

    Ports ports(CommandLine command) {
        return Ports.fromBase(asked(command).orElse(Ports.DEFAULT_BASE));
    }

    static OptionalInt asked(@Nullable String option, Map<String, String> environment, CommandLine command) {
        String asked = option != null ? option : environment.getOrDefault(VARIABLE, "");
        if (option == null && asked.isBlank()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Ports.base(asked.strip()));
        } catch (IllegalArgumentException unusable) {
            String where = option == null ? VARIABLE + ": " : "";
            throw new ParameterException(command, where + unusable.getMessage(), unusable);
        }
    }
}
