package io.meshwork.cli.connection;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Addresses that are not given: from their own variable, else those of the mesh on this machine. */
public final class LocalDefaults implements IDefaultValueProvider {

    private final Map<String, String> environment;

    /** For picocli. */
    public LocalDefaults() {
        this(System.getenv());
    }

    public LocalDefaults(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Null for every other option, which keeps the default it is declared with. */
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        try {
            return switch (option.longestName()) {
                case BrokerOptions.BOOTSTRAP_SERVERS -> or("MESH_BOOTSTRAP_SERVERS", local().broker());
                case "--registry" -> or("MESH_REGISTRY", local().registry());
                case "--catalog" -> or("MESH_CATALOG", local().catalog());
                case "--policies" -> or("MESH_POLICIES", local().policies());
                case "--quality-service" -> or("MESH_QUALITY", local().quality());
                case "--notifier" -> or("MESH_NOTIFIER", local().notifier());
                default -> null;
            };
        } catch (IllegalArgumentException e) {
            throw new ParameterException(argument.command().commandLine(), e.getMessage(), e);
        }
    }

    private LocalAddresses local() {
        return LocalAddresses.of(environment);
    }

    private String or(String variable, String otherwise) {
        return environment.getOrDefault(variable, otherwise);
    }
}
