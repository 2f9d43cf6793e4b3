package io.meshwork.cli.connection;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the broker is, and how to be let in. */
public final class BrokerOptions {

    static final String BOOTSTRAP_SERVERS = "--bootstrap-servers";

    @Option(
            names = BOOTSTRAP_SERVERS,
            paramLabel = "HOST:PORT,...",
            description = {
                "Kafka or Event Hubs (MESH_BOOTSTRAP_SERVERS, or the local mesh at MESH_PORT_BASE).",
                "Default: ${DEFAULT-VALUE}."
            })
    private String bootstrapServers = "";

    @Option(
            names = "--command-config",
            defaultValue = "${env:MESH_COMMAND_CONFIG:-" + Option.NULL_VALUE + "}",
            paramLabel = "FILE",
            description = "Properties of the clients for secured brokers and registries, such as security.protocol, "
                    + "sasl.mechanism, sasl.jaas.config, basic.auth.user.info (MESH_COMMAND_CONFIG).")
    private @Nullable Path commandConfig;

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** What {@code --command-config} says, or picocli's answer to a wrong option when it cannot be read. */
    public Map<String, String> properties(CommandLine command) {
        Map<String, String> found = new HashMap<>();
        if (commandConfig != null) {
            load(commandConfig, command).forEach((key, value) -> found.put(key.toString(), value.toString()));
        }
        return found;
    }

    private static Properties load(Path file, CommandLine command) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new ParameterException(
                    command, "Cannot read --command-config " + file + " (" + e.getMessage() + "); check the path", e);
        }
    }
}
